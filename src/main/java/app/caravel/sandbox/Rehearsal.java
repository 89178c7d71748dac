package app.caravel.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Progress;
import app.caravel.report.CampaignReport;
import app.caravel.report.RecipientFilter;
import app.caravel.report.RecipientRow;

/** The whole way once: a campaign is sent in the sandbox, its customers read, and four witnesses are heard. */
public final class Rehearsal {

    private static final int CONNECTIONS = 4;
    /** Clicks this young could still turn out to be a scanner's. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Sandbox sandbox;

    public Rehearsal(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * What came of it.
     *
     * @param disagreements each number that two witnesses tell differently, e.g. {@code sent: ledger 24, caught 23}; empty
     *     where ledger, caught mails, tracker and report agree
     */
    public record Outcome(Progress progress, CampaignReport report, List<RecipientRow> recipients, List<String> disagreements) {}

    /** Sends the campaign, plays its readers as fast as it goes, pulls the tracker and compares. */
    public Outcome run(Campaign campaign) {
        var workspace = sandbox.workspace();
        var progress = workspace.runs().send(campaign, CONNECTIONS);
        var recipients = workspace.reports().recipients(campaign.id(), RecipientFilter.ALL, "", 0, Integer.MAX_VALUE);
        var ids = recipients.stream().map(row -> workspace.runs().messages().find(row.messageId()).orElseThrow())
                .map(message -> HexFormat.of().formatHex(message.randomId())).collect(Collectors.toSet());
        var mails = sandbox.caught().all().stream().filter(mail -> ids.contains(mail.caravelId())).toList();
        var played = sandbox.readers().play(mails, Duration.ZERO, () -> true, _ -> { });
        sandbox.clock().advanceTo(sandbox.clock().instant().plus(SETTLED));
        workspace.evidence().sync().pullAndSettle();
        var report = workspace.reports().of(workspace.campaigns().find(campaign.id()).orElseThrow());
        return new Outcome(workspace.runs().progress(campaign.id()), report,
                workspace.reports().recipients(campaign.id(), RecipientFilter.ALL, "", 0, Integer.MAX_VALUE),
                disagreements(progress, mails, played, report));
    }

    private List<String> disagreements(Progress progress, List<CaughtMail> mails, Readers.Played played, CampaignReport report) {
        var found = new ArrayList<String>();
        long people = mails.stream().map(CaughtMail::to).distinct().count();
        compare(found, "sent", Map.of("ledger", progress.counts().taken(), "caught", mails.size(), "people", (int) people, "report", report.sent()));
        int events = sandbox.workspace().database().jdbi().withHandle(h -> h.createQuery(
                "SELECT count(*) FROM event e JOIN message m ON m.id = e.message_id WHERE m.campaign_id = :id").bind("id", report.campaignId()).mapTo(Integer.class).one());
        compare(found, "requests", Map.of("readers", played.requests(), "tracker", events));
        compare(found, "opened", Map.of("readers", played.readers(), "report", report.openedBy()));
        compare(found, "clicked", Map.of("readers", played.clickers(), "report", report.clickedBy()));
        compare(found, "unsubscribed", Map.of("readers", played.leavers(), "report", report.unsubscribed()));
        return List.copyOf(found);
    }

    private static void compare(List<String> found, String what, Map<String, Integer> witnesses) {
        if (witnesses.values().stream().distinct().count() > 1) {
            found.add(what + ": " + new LinkedHashMap<>(witnesses).entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(witness -> witness.getKey() + " " + witness.getValue()).collect(Collectors.joining(", ")));
        }
    }
}
