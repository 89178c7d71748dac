package app.caravel.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageCounts;

/**
 * A campaign in numbers. People are counted by verdict: sure = person, likely = fetched on a person's behalf. Proxies and
 * machines never count as people; their hits are counted apart.
 *
 * @param sent messages that the server took, those that bounced later included
 * @param openedSure people who surely opened it
 * @param openedLikely people who likely did, and of whom nothing surer is known
 * @param machineOpens openings by machines, hits
 * @param proxyOpens openings by proxies that fetch whether read or not, hits
 */
public record CampaignReport(
        long campaignId,
        String campaign,
        @Nullable Instant startedAt,
        MessageCounts counts,
        int sent,
        int openedSure,
        int openedLikely,
        int clickedSure,
        int clickedLikely,
        int replied,
        int bounced,
        int unsubscribed,
        int machineOpens,
        int proxyOpens,
        List<Link> links) {

    /**
     * A link of the campaign: people who followed it, and all hits whatever the verdict.
     *
     * @param number its place in the list
     * @param text what it says in most mails
     */
    public record Link(int number, String url, String text, int clickedSure, int clickedLikely, int clicks) {
        public int clickedBy() {
            return clickedSure + clickedLikely;
        }

        /** With those who followed the same in other mails. */
        Link with(Link other) {
            return new Link(number, url, text, clickedSure + other.clickedSure, clickedLikely + other.clickedLikely, clicks + other.clicks);
        }
    }

    public int openedBy() {
        return openedSure + openedLikely;
    }

    public int clickedBy() {
        return clickedSure + clickedLikely;
    }
}
