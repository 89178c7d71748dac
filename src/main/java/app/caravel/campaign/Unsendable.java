package app.caravel.campaign;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;

import app.caravel.content.Check;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.Compiler;
import app.caravel.content.design.MadeFrom;
import app.caravel.reason.Problem;

/** What is said of contents that no mail can be made of, whoever it is for. */
final class Unsendable {

    private Unsendable() {}

    /** What cannot be made into a mail, each with its language. */
    static List<CheckFinding> unreadable(Campaign campaign) {
        var found = new ArrayList<CheckFinding>();
        ByLanguage.of(campaign, content -> content).map((content, language) -> {
            try {
                MadeFrom.check(content.original());
                var _ = Compiler.compile(CampaignCheck.source(content));
            } catch (Problem problem) {
                found.add(Check.unreadable(problem).in(language));
            }
            return content;
        });
        return found;
    }

    /** Languages that were begun and not written: their readers would get an empty mail. */
    static List<CheckFinding> empty(Campaign campaign) {
        return campaign.variants().stream().filter(variant -> {
            var page = Jsoup.parse(variant.html());
            return page.text().isBlank() && page.selectFirst("img") == null && (variant.text() == null || variant.text().isBlank());
        }).map(variant -> CheckFinding.aboutContent("variant-empty").as(Severity.STOP).in(variant.language())).toList();
    }
}
