package app.caravel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import app.caravel.campaign.Audience;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/** Seconds that the check of a run takes: {@code AuditRun [mails [kilobytes]]}, 5,000 mails of 20 kB by default, no page asked for; cold and warm. */
public final class AuditRun {

    private AuditRun() {}

    public static void main(String[] arguments) throws Exception {
        int mails = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int kilobytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        var folder = Files.createTempDirectory("audit");
        try (var workspace = Workspace.open(new Home(folder.resolve("home")))) {
            var list = workspace.lists().create("Buyers");
            workspace.database().jdbi().useTransaction(h -> {
                for (int i = 0; i < mails; i++) {
                    h.execute("INSERT INTO contact (address, written_address, name, first_name, country, language, city, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)",
                            "buyer" + i + "@company" + i / 2 + ".example", "buyer" + i + "@company" + i / 2 + ".example", "Anna" + " Weber" + i % 700, i % 50 == 0 ? null : "Anna", i % 3 == 0 ? "DE" : "AE", "en", "Hamburg");
                    h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
                }
            });
            var campaign = workspace.campaigns().create("Panels", Audience.of(list), null, "Panels for {{ first_name | default: 'you' }}", html(kilobytes * 1024), null);
            for (int round = 0; round < 3; round++) {
                var begin = Instant.now();
                var checked = workspace.check().run(campaign, _ -> {}, () -> false);
                System.out.printf("%,d mails of %,d bytes of HTML: %.2f s, %d findings%n", checked.mails(), checked.largest(), Duration.between(begin, Instant.now()).toMillis() / 1000.0, checked.findings().size());
            }
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private static String html(int size) {
        var html = new StringBuilder("<html><body><p>Dear {{ first_name }},</p>{% if country == 'DE' %}<p>Hamburg is near.</p>{% endif %}");
        for (int i = 0; html.length() < size - 200; i++) {
            html.append("<table><tr><td style=\"padding:8px 0;border-top:1px solid #e6e9ed;font-size:15px\"><a href=\"https://www.lumitech.example/panel-").append(i % 20).append("?for={{ city }}\">LED panel ")
                    .append(i).append("</a></td><td>for {{ company | default: 'your company' }}, USD 11.90 FOB Ningbo, 25 days, 36 W instead of 40</td></tr></table>\n");
        }
        return html.append("<p><a href=\"{{ unsubscribe_url }}\">No more mails</a></p></body></html>").toString();
    }
}
