package app.caravel.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.invitation.Invitation;
import app.caravel.smtp.ScriptedServer;
import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/** Sends mails with pictures within them, files, a file for each recipient and an appointment, and writes each as it left: {@code MailFiles FOLDER [MAILS]}. Names and values are of many languages and some are tricks. */
public final class MailFiles {

    private static final List<String> NAMES = List.of("Katrin Weber", "王敏", "佐藤 健", "محمد العلي", "Łukasz Żółć", "O'Brien, \"Pat\"", "José\r\nBcc: evil@x.example", "Ольга 😀", "a".repeat(300), "=?utf-8?q?x?=");

    private MailFiles() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        int mails = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        var work = Files.createTempDirectory("mail-files");
        try (var server = ScriptedServer.start((_, _) -> null); var workspace = Workspace.open(new Home(work.resolve("home")))) {
            var account = workspace.accounts().save(new Account(0, "anna", "王安娜 Anna", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var list = workspace.lists().create("Buyers");
            var quotes = Files.createDirectories(work.resolve("quotes"));
            workspace.database().jdbi().useTransaction(h -> {
                for (int i = 0; i < mails; i++) {
                    var address = "buyer" + i + "@company" + i / 2 + ".example";
                    h.execute("INSERT INTO contact (address, written_address, name, first_name, attributes, created_at, changed_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
                            address, address, NAMES.get(i % NAMES.size()), i % 3 == 0 ? null : NAMES.get(i % NAMES.size()).split(" ")[0], Json.write(Map.of("Customer no", "N-" + i)));
                    h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
                }
            });
            for (int i = 0; i < mails; i++) {
                Files.write(quotes.resolve("报价 quote-N-" + i + ".pdf"), random(2_000 + i % 7 * 500, i));
            }
            var first = workspace.pictures().keep(picture(600, 300, 1), "lamp.png").source();
            var second = workspace.pictures().keep(picture(300, 300, 2), "panel.jpg").source();
            var campaign = workspace.campaigns().create("Files", Audience.of(list), account.id(), "Panels für {{ first_name | default: 'Sie' }}, 价格 {{ customer_no }}",
                    "<html><body><p>Dear {{ name }},</p><img src=\"" + first + "\" alt=\"\">{% if first_name %}<img src=\"" + second + "\" alt=\"\">{% endif %}<p>Ärger " + "x".repeat(1_200) + "</p></body></html>", null);
            workspace.attachments().add(campaign.id(), Files.write(work.resolve("Preisliste für 2026.pdf"), random(8_000, 3)));
            workspace.attachments().rename(workspace.attachments().attached(campaign.id()).getFirst().id(), "Prices for {{ name }}.pdf");
            workspace.eachFiles().add(campaign.id(), quotes, "报价 quote-{{ customer_no }}.pdf");
            workspace.invitations().put(campaign.id(), new Invitation("Canton Fair; 展位 K07, hall 14", "广州", "", LocalDateTime.parse("2027-04-15T10:00"), LocalDateTime.parse("2027-04-15T11:00"), ZoneId.of("Asia/Shanghai"), true));
            long begin = System.nanoTime();
            workspace.runs().send(campaign, 4);
            System.out.printf("%,d mails sent in %.1f s%n", server.taken().size(), (System.nanoTime() - begin) / 1e9);
            for (int i = 0; i < server.taken().size(); i++) {
                Files.write(folder.resolve(i + ".eml"), server.taken().get(i).source().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        try (var files = Files.walk(work)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private static byte[] random(int size, int seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] picture(int width, int height, int seed) throws java.io.IOException {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, (i / 7 + random.nextInt(40)) & 0xffffff);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
