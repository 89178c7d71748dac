package app.caravel.content.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import app.caravel.content.CheckFinding;

/** Subjects that are wrong as a header: a value with a line end in it, or one far too long. */
public final class SubjectLook implements Look {

    /** Longer ones are cut by mail programs and looked at by filters; RFC 5322 allows 998 octets a line. */
    private static final int LONGEST = 255;

    private final List<String> fields;
    private final List<String> broken = new ArrayList<>();
    private final List<String> longOnes = new ArrayList<>();

    /** @param fields the merge fields that the subject uses */
    public SubjectLook(Set<String> fields) {
        this.fields = List.copyOf(fields);
    }

    @Override
    public void at(Mail mail) {
        if (fields.stream().map(mail::value).anyMatch(value -> value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0)) {
            broken.add(mail.address());
        }
        if (mail.rendered().subject().length() > LONGEST) {
            longOnes.add(mail.address());
        }
    }

    @Override
    public List<CheckFinding> findings() {
        var findings = new ArrayList<CheckFinding>();
        if (!broken.isEmpty()) {
            findings.add(CheckFinding.aboutPeople("header-line-break", broken));
        }
        if (!longOnes.isEmpty()) {
            findings.add(CheckFinding.aboutPeople("header-too-long", longOnes, "most", LONGEST));
        }
        return findings;
    }
}
