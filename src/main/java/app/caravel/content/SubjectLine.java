package app.caravel.content;

import java.util.List;
import java.util.Map;

/** A subject alone, made ready: for those who need it of many mails and nothing else of them. */
public final class SubjectLine {

    private final Assembly assembly;
    private final boolean sameForAll;

    private SubjectLine(Assembly assembly, boolean sameForAll) {
        this.assembly = assembly;
        this.sameForAll = sameForAll;
    }

    /** @throws app.caravel.reason.Problem where a Liquid tag cannot be read */
    public static SubjectLine of(String template) {
        return new SubjectLine(Assembler.text(new LiquidSource(template, Place.SUBJECT), List.of()), !template.contains("{{") && !template.contains("{%"));
    }

    /** Whether no value of a recipient stands in it. */
    public boolean isSameForAll() {
        return sameForAll;
    }

    /** One recipient's subject: one line, no control characters. */
    public String render(Map<String, Object> values) {
        return Cleaning.header(assembly.render(new Rendering(values, Tracking.none(), new KnownAddresses())));
    }
}
