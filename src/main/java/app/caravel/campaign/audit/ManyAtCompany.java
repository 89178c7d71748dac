package app.caravel.campaign.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import app.caravel.contact.Contact;
import app.caravel.contact.FreeMail;
import app.caravel.content.CheckFinding;
import app.caravel.content.Mend;

/** Companies that would get more mails than one sends to a company. Whoever comes after the first few is named. */
public final class ManyAtCompany {

    /** Mails to one company that nobody wonders about. */
    public static final int USUAL = 3;

    private final Map<String, Integer> mails = new HashMap<>();
    private final List<String> beyond = new ArrayList<>();
    private String most = "";
    private int mostMails;

    public void at(Contact contact) {
        var domain = contact.address().domain();
        var company = FreeMail.isDomain(domain) ? contact.company() : domain;
        if (company == null || company.isBlank()) {
            return;
        }
        int count = mails.merge(company.strip().toLowerCase(Locale.ROOT), 1, Integer::sum);
        if (count > USUAL) {
            beyond.add(contact.address().canonical());
        }
        if (count > mostMails) {
            mostMails = count;
            most = contact.company() == null || contact.company().isBlank() ? domain : contact.company();
        }
    }

    public List<CheckFinding> findings() {
        long companies = mails.values().stream().filter(count -> count > USUAL).count();
        return beyond.isEmpty() ? List.of()
                : List.of(CheckFinding.aboutPeople("many-at-company", beyond, "companies", companies, "usual", USUAL, "company", most, "most", mostMails).mendedBy(new Mend.Nothing()));
    }
}
