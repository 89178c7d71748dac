package app.caravel.desktop.person;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.Fact;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.workspace.Workspace;

/** A few people of one company, one of whom was written to and reads. */
final class PersonData {

    static final long KATRIN = 1;
    static final long JONAS = 2;
    static final long NOBODY_WROTE = 4;
    static final long GONE = 5;

    private static final String PEOPLE = """
            Company,Contact Person,E-mail,Position,Country,City,Phone,Language,Grade,Last order
            Nordlicht Elektrogroßhandel,Katrin Weber,k.weber@nordlicht.de,Head of Purchasing,,Hamburg,+49 40 5550 1870,,A,"2,400 LED panels, March"
            Nordlicht Elektrogroßhandel,Jonas Brandt,brandt@nordlicht.de,Warehouse,Germany,Hamburg,,,B,
            Nordlicht Elektrogroßhandel,Anna-Katharina von und zu Guttenberg-Langenfeld-Schwarzenberg,akvzg@nordlicht.de,Managing Director of the Northern and Eastern Region,Germany,,,,A,
            Lumière SARL,Pierre Dubois,p.dubois@lumiere.fr,Achats,,,,,C,
            Torres,Lucía Torres,lucia@torres.example,,Mexico,Monterrey,,Spanish,B,
            ,Single Box,box@gmail.com,,,,,,,
            """;

    private PersonData() {}

    static void fill(Workspace workspace, Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("buyers_autumn_2026.csv"), PEOPLE);
        workspace.importer().run(file, ImportOptions.NOTICED, "Light + Building", Progress.NONE);
        var now = workspace.clock().instant();
        workspace.database().jdbi().useHandle(h -> {
            h.execute("INSERT INTO campaign (id, name, state, created_at, changed_at, started_at) VALUES (1, 'Autumn offer', 'finished', 0, 0, ?)", ago(now, Duration.ofDays(5)));
            h.execute("INSERT INTO campaign (id, name, state, created_at, changed_at, started_at) VALUES (2, 'New price for panel 60×60', 'finished', 0, 0, ?)", ago(now, Duration.ofDays(2)));
            h.execute("INSERT INTO content_version (id, campaign_id, subject, html, text, links, created_at) VALUES (1, 1, '', '', '', ?, 0)",
                    "[{\"url\":\"https://x.example/p/1\",\"text\":\"LED panel 60×60\"},{\"url\":\"https://x.example/prices\",\"text\":\"Price list, PDF\"}]");
        });
        mail(workspace, 1, 1, KATRIN, "sent", Duration.ofDays(5));
        mail(workspace, 2, 2, KATRIN, "sent", Duration.ofDays(2));
        mail(workspace, 3, 1, JONAS, "failed", Duration.ofDays(5));
        event(workspace, 1, 1, "open", null, "machine", "[{\"key\":\"verdict.fresh\",\"arguments\":{\"seconds\":15}}]", Duration.ofDays(5).minusSeconds(9));
        event(workspace, 2, 1, "open", null, "likely", "[]", Duration.ofDays(4));
        event(workspace, 3, 2, "open", null, "person", "[]", Duration.ofHours(3));
        event(workspace, 4, 2, "click", 1, "person", "[]", Duration.ofMinutes(46));
        workspace.notes().add(KATRIN, "Wants DALI versions, pays by L/C at sight. Call before 11.");
        workspace.edits().set(KATRIN, Fact.STAGE, "active");
        workspace.edits().set(KATRIN, Fact.ROLE, "Purchasing");
        workspace.tags().add(workspace.tags().create("VIP").id(), List.of(KATRIN, JONAS));
        workspace.lists().add(workspace.lists().create("Distributors EU").id(), List.of(KATRIN));
        workspace.nextSteps().set(KATRIN, LocalDate.ofInstant(now, java.time.ZoneId.of("Asia/Shanghai")), "Ask about the container in December");
        workspace.suppressions().add(new EmailAddress("lucia@torres.example"), SuppressionReason.UNSUBSCRIBED, "Autumn offer", now.minus(Duration.ofDays(40)));
    }

    private static long ago(Instant now, Duration time) {
        return now.minus(time).toEpochMilli();
    }

    static void mail(Workspace workspace, long id, long campaign, long contact, String state, Duration before) {
        var at = ago(workspace.clock().instant(), before);
        workspace.database().jdbi().useHandle(h -> h.execute("""
                INSERT INTO message (id, campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, sent_at, content_id, reply)
                VALUES (?, ?, ?, '', '', 1, randomblob(10), ?, ?, ?, ?, 1, '550 5.1.1 no such user')""", id, campaign, contact, "<" + id + ">", state, at, state.equals("sent") ? at : null));
    }

    static void event(Workspace workspace, long id, long message, String kind, @Nullable Integer link, String verdict, String reasons, Duration before) {
        workspace.database().jdbi().useHandle(h -> {
            h.execute("INSERT INTO event (id, epoch, sequence, kind, at, random_id, message_id, link, url, method, raw) VALUES (?, 'e', ?, ?, ?, x'00', ?, ?, 'https://x.example/prices', 'GET', '')",
                    id, id, kind, ago(workspace.clock().instant(), before), message, link);
            h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (?, ?, ?, 1)", id, verdict, reasons);
        });
    }
}
