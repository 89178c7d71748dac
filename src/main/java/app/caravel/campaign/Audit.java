package app.caravel.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import app.caravel.calendar.WorkDays;
import app.caravel.campaign.audit.Arrivals;
import app.caravel.campaign.audit.ManyAtCompany;
import app.caravel.campaign.audit.Twice;
import app.caravel.contact.Contact;
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

/** All that the mails of one run are looked at for, while they pass by one after the other. */
final class Audit {

    private final CompiledContent content;
    private final Check check;
    private final List<Look> looks;
    private final References references;
    private final Twice twice = new Twice();
    private final ManyAtCompany companies = new ManyAtCompany();
    private final SomeMails some = new SomeMails();
    private final Samples samples = new Samples();
    private final Arrivals arrivals;
    private final Tracking untracked;
    private int mails;
    private long largestMail;

    /**
     * @param tracking as the mails will have it
     * @param untracked links as they are
     * @param work when their offices are open
     */
    Audit(CompiledContent content, Tracking tracking, Tracking untracked, WorkDays work) {
        this.arrivals = new Arrivals(work);
        this.content = content;
        this.untracked = untracked;
        check = new Check(content, tracking, Set.copyOf(MergeFields.OWN));
        references = new References(content.source().html());
        var inSubject = Compiler.compile(new ContentSource(content.source().subject(), "", "")).fields();
        looks = List.of(new SalutationLook(), new NameLook(content.fields()), new SubjectLook(inSubject));
    }

    void add(Contact contact) {
        var values = contact.mergeValues();
        var address = contact.address().canonical();
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
        arrivals.at(contact);
        twice.at(contact);
        companies.at(contact);
        long size = (long) mail.rendered().html().length() + mail.rendered().text().getBytes(StandardCharsets.UTF_8).length;
        largestMail = Math.max(largestMail, size);
        some.add(address, size);
        mails++;
    }

    List<CheckFinding> findings() {
        var findings = new ArrayList<CheckFinding>();
        looks.forEach(look -> findings.addAll(look.findings()));
        findings.addAll(check.findings());
        findings.addAll(references.findings());
        findings.addAll(twice.findings());
        findings.addAll(companies.findings());
        return findings;
    }

    int mails() {
        return mails;
    }

    int largest() {
        return check.largest();
    }

    /** Bytes of the largest mail's HTML and text, about. */
    long largestMail() {
        return largestMail;
    }

    int links() {
        return content.links().size();
    }

    /** @param off the ids of advice that nobody wants to hear */
    List<CheckFinding> advice(Letter.Sender sender, Set<String> off) {
        return samples.advice(content.fields(), sender, off);
    }

    Arrivals arrivals() {
        return arrivals;
    }

    SomeMails some() {
        return some;
    }

    List<References.Reference> references() {
        return references.all();
    }
}
