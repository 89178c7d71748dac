package app.caravel.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import app.caravel.calendar.WorkDays;
import app.caravel.campaign.audit.Arrivals;
import app.caravel.campaign.audit.ManyAtCompany;
import app.caravel.campaign.audit.Twice;
import app.caravel.contact.Contact;
import app.caravel.content.CheckFinding;
import app.caravel.content.advice.Letter;
import app.caravel.content.audit.References;

/** All that the mails of one run are looked at for, while they pass by one after the other. */
final class Audit {

    private final ByLanguage<ContentAudit> contents;
    private final Twice twice = new Twice();
    private final ManyAtCompany companies = new ManyAtCompany();
    private final SomeMails some = new SomeMails();
    private final Arrivals arrivals;
    private final Function<Contact, Map<String, Object>> values;
    private int mails;

    /**
     * @param values what is filled into a contact's mail
     * @param work when their offices are open
     */
    Audit(ByLanguage<ContentAudit> contents, Function<Contact, Map<String, Object>> values, WorkDays work) {
        this.values = values;
        this.contents = contents;
        this.arrivals = new Arrivals(work);
    }

    void add(Contact contact) {
        var address = contact.address().canonical();
        long size = contents.of(contact.language()).add(address, values.apply(contact));
        arrivals.at(contact);
        twice.at(contact);
        companies.at(contact);
        some.add(address, size);
        mails++;
    }

    List<CheckFinding> findings() {
        var findings = new ArrayList<CheckFinding>();
        contents.all().forEach(content -> findings.addAll(content.findings()));
        findings.addAll(twice.findings());
        findings.addAll(companies.findings());
        return findings;
    }

    int mails() {
        return mails;
    }

    /** Mails of each content, by the language of its variant; the empty string: of what everyone else gets. */
    LinkedHashMap<String, Integer> languages() {
        var counts = new LinkedHashMap<String, Integer>();
        contents.forEach((language, content) -> counts.put(language, content.mails()));
        return counts;
    }

    int largest() {
        return contents.all().stream().mapToInt(ContentAudit::largest).max().orElse(0);
    }

    /** Bytes of the largest mail's HTML and text, about. */
    long largestMail() {
        return contents.all().stream().mapToLong(ContentAudit::largestMail).max().orElse(0);
    }

    /** Links of the content that has most. */
    int links() {
        return contents.all().stream().mapToInt(ContentAudit::links).max().orElse(0);
    }

    /** @param off the ids of advice that nobody wants to hear */
    List<CheckFinding> advice(Letter.Sender sender, Set<String> off) {
        return contents.all().stream().flatMap(content -> content.advice(sender, off).stream()).toList();
    }

    Arrivals arrivals() {
        return arrivals;
    }

    SomeMails some() {
        return some;
    }

    /** Each page and picture once, whatever the language that leads there. */
    List<References.Reference> references() {
        var once = new LinkedHashMap<String, References.Reference>();
        contents.all().forEach(content -> content.references().forEach(each -> once.putIfAbsent(each.url(), each)));
        return List.copyOf(once.values());
    }
}
