package app.caravel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.Option;

import app.caravel.content.Languages;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.design.DesignJson;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** The same mail in other languages. */
final class VariantOptions {

    @Option(names = "--variant", paramLabel = "LANGUAGE=F", description = "The mail for those who read this language (BCP 47: es, pt-BR): HTML, or MJML in a file .mjml, or a design in a file .json; may be repeated. Everyone else gets the mail itself.")
    Map<String, Path> files = new LinkedHashMap<>();

    @Option(names = "--variant-subject", paramLabel = "LANGUAGE=S", description = "The subject of a variant (default: that of the mail itself); may be repeated.")
    Map<String, String> subjects = new LinkedHashMap<>();

    /** Without plain texts of their own: those are made from the HTML. */
    List<Variant> read(String subject, Workspace workspace) {
        var subjectOf = new LinkedHashMap<String, String>();
        subjects.forEach((language, text) -> subjectOf.put(tag(language), text));
        var variants = new ArrayList<Variant>();
        files.forEach((written, file) -> {
            var language = tag(written);
            if (variants.stream().anyMatch(each -> each.language().equals(language))) {
                throw Problem.of("cli.variant-twice", "language", language);
            }
            var original = original(file, language);
            var own = subjectOf.remove(language);
            variants.add(new Variant(language, own == null ? subject : own, original.source() == null ? CampaignVerbs.Create.read(file) : CampaignVerbs.Create.made(original, language, workspace), null, original));
        });
        if (!subjectOf.isEmpty()) {
            throw Problem.of("cli.variant-no-file", "language", subjectOf.keySet().iterator().next());
        }
        return variants;
    }

    private static Original original(Path file, String language) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".mjml")) {
            return Original.mjml(CampaignVerbs.Create.read(file));
        }
        return name.endsWith(".json") ? Original.design(DesignJson.write(DesignJson.read(CampaignVerbs.Create.read(file)).withLanguage(language))) : Original.HTML;
    }

    private static String tag(String written) {
        var tag = Languages.tag(written);
        if (tag.equals("und")) {
            throw Problem.of("cli.no-language", "language", written);
        }
        return tag;
    }
}
