package app.caravel.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.campaign.Campaign;
import app.caravel.content.CheckFinding;
import app.caravel.texts.Texts;

/** {@code campaign check}: every mail is put together and read; nothing is sent. */
@Command(name = "check", description = "Puts every mail together and says what is wanting; nothing is sent. Exit 1 only where something stops it.")
final class CampaignCheckVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Parameters(paramLabel = "NAME")
    String name;

    @Option(names = "--no-links", description = "Do not ask for the pages and pictures that the mail leads to.")
    boolean noLinks;

    @Override
    public Integer call() {
        try (var workspace = options.openExisting()) {
            var campaign = workspace.campaigns().named(name);
            var checked = workspace.check().run(campaign, _ -> { }, () -> false);
            checked = noLinks ? checked : checked.with(workspace.check().links(checked, _ -> {}, () -> false));
            checked.findings().forEach(this::tell);
            tellLanguages(checked.languages(), campaign);
            if (!options.json()) {
                options.out().printf("%,d mails read, %,d people left out, %d findings%n", checked.mails(), checked.leftOut().size(), checked.findings().size());
            }
            return checked.count(CheckFinding.Severity.STOP) == 0 ? 0 : 1;
        }
    }

    private void tell(CheckFinding finding) {
        var text = Texts.in(Texts.Language.ENGLISH).get(finding.text());
        var severity = finding.severity().name().toLowerCase(Locale.ROOT);
        if (!options.json()) {
            options.err().println(severity + ": " + (finding.language() == null ? "" : "[" + finding.language() + "] ") + text + (finding.count() == 0 ? "" : " (" + finding.count() + ")"));
            return;
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", finding.kind());
        row.put("severity", severity);
        row.put("count", finding.count());
        row.put("recipients", finding.recipients());
        row.put("text", text);
        if (finding.language() != null) {
            row.put("language", finding.language());
        }
        options.print(row);
    }

    /** Who gets which variant, where there is more than one; on the error stream, so that JSON holds findings alone. */
    private void tellLanguages(Map<String, Integer> languages, Campaign campaign) {
        if (!languages.isEmpty()) {
            options.err().println(languages.entrySet().stream().map(each -> "%,d get %s".formatted(each.getValue(),
                    !each.getKey().isEmpty() ? each.getKey() : "the campaign's own content" + (campaign.language() == null ? "" : " (" + campaign.language() + ")"))).collect(Collectors.joining(", ")));
        }
    }
}
