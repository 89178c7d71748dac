package app.caravel.campaign;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.caravel.content.CheckFinding;
import app.caravel.content.Rendered;
import app.caravel.content.advice.Advice;
import app.caravel.content.advice.Advising;
import app.caravel.content.advice.Letter;
import app.caravel.content.audit.Look;

/** One mail of a run in each language of its readers, to be advised on: what is said in one of them is said once. */
final class Samples {

    private static final int LANGUAGES = 8;

    private final Map<String, Rendered> mails = new LinkedHashMap<>();
    private int people;
    private int named;

    /** Whether this reader's mail is to be looked at as well. */
    boolean wants(Look.Mail mail) {
        people++;
        named += mail.value("first_name").isEmpty() && mail.value("name").isEmpty() ? 0 : 1;
        return mails.size() < LANGUAGES && !mails.containsKey(mail.value("language"));
    }

    /** @param mail its links as they are */
    void add(String language, Rendered mail) {
        mails.put(language, mail);
    }

    /**
     * @param fields the merge fields of the mail
     * @param off the ids of advice that nobody wants to hear
     */
    List<CheckFinding> advice(Set<String> fields, Letter.Sender sender, Set<String> off) {
        var unwanted = new LinkedHashSet<>(off);
        unwanted.addAll(Advice.ALSO_CHECKED);
        var found = new LinkedHashMap<String, CheckFinding>();
        boolean unsubscribes = fields.contains("unsubscribe_url");
        boolean personal = fields.size() > (unsubscribes ? 1 : 0);
        mails.values().forEach(mail -> Advising.on(Letter.of(mail, personal, unsubscribes, sender, new Letter.Readers(people, named)), unwanted)
                .forEach(advice -> found.putIfAbsent(advice.id(), advice.finding())));
        return List.copyOf(found.values());
    }
}
