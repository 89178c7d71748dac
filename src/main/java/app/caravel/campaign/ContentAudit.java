package app.caravel.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.MergeFields;
import app.caravel.content.Check;
import app.caravel.content.CheckFinding;
import app.caravel.content.CompiledContent;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Tracking;
import app.caravel.content.advice.Letter;
import app.caravel.content.audit.Look;
import app.caravel.content.audit.NameLook;
import app.caravel.content.audit.References;
import app.caravel.content.audit.SalutationLook;
import app.caravel.content.audit.SubjectLook;

/** All that the mails of one content are looked at for: one language's, where there are several. */
final class ContentAudit {

    private final @Nullable String language;
    private final CompiledContent content;
    private final Tracking untracked;
    private final Check check;
    private final List<Look> looks;
    private final References references;
    private final Samples samples = new Samples();
    private int mails;
    private long largestMail;

    /**
     * @param language to be told with what is found; null where there is one content
     * @param tracking as the mails will have it
     * @param untracked links as they are
     */
    ContentAudit(CompiledContent content, @Nullable String language, Tracking tracking, Tracking untracked) {
        this.content = content;
        this.language = language;
        this.untracked = untracked;
        check = new Check(content, tracking, Set.copyOf(MergeFields.OWN));
        references = new References(content.source().html());
        var inSubject = Compiler.compile(new ContentSource(content.source().subject(), "", "")).fields();
        looks = List.of(new SalutationLook(), new NameLook(content.fields()), new SubjectLook(inSubject));
    }

    /** Looks at one person's mail, and says how large it is: bytes of HTML and text, about. */
    long add(String address, Map<String, Object> values) {
        var mail = new Look.Mail(address, values, check.add(address, values));
        looks.forEach(look -> look.at(mail));
        boolean sample = samples.wants(mail);
        if (sample || references.wants(mail)) {
            var straight = content.render(values, untracked);
            references.at(new Look.Mail(address, values, straight));
            if (sample) {
                samples.add(mail.value("language"), straight);
            }
        }
        long size = (long) mail.rendered().html().length() + mail.rendered().text().getBytes(StandardCharsets.UTF_8).length;
        largestMail = Math.max(largestMail, size);
        mails++;
        return size;
    }

    List<CheckFinding> findings() {
        var findings = new ArrayList<CheckFinding>();
        looks.forEach(look -> findings.addAll(look.findings()));
        findings.addAll(check.findings());
        findings.addAll(references.findings());
        return of(findings);
    }

    /** @param off the ids of advice that nobody wants to hear */
    List<CheckFinding> advice(Letter.Sender sender, Set<String> off) {
        return of(samples.advice(content.fields(), sender, off));
    }

    private List<CheckFinding> of(List<CheckFinding> found) {
        return found.stream().map(finding -> finding.in(language)).toList();
    }

    int mails() {
        return mails;
    }

    /** Bytes of the largest HTML. */
    int largest() {
        return check.largest();
    }

    long largestMail() {
        return largestMail;
    }

    int links() {
        return content.links().size();
    }

    List<References.Reference> references() {
        return references.all();
    }
}
