package app.caravel.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.content.Original;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.content.design.DesignJson;
import app.caravel.content.template.BuiltIn;
import app.caravel.content.template.FilledIn;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/**
 * Writes mails as the composer makes them, each for a contact of whom much is known and one of whom nothing is:
 * {@code WrittenMails FOLDER}. Every template that comes with Caravel, and designs and letters with a picture within, in Arabic and in Chinese.
 */
public final class WrittenMails {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("[product]", "LED panels"), Map.entry("[product group]", "LED panels"), Map.entry("[market]", "Germany"), Map.entry("[city]", "Ningbo"),
            Map.entry("[price]", "11.90"), Map.entry("[port]", "Ningbo"), Map.entry("[quantity]", "500"), Map.entry("[number of days]", "25"), Map.entry("[number]", "three"), Map.entry("[certificates]", "CE, RoHS"));

    private WrittenMails() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var work = Files.createTempDirectory("written-mails");
        try (var workspace = Workspace.open(new Home(work.resolve("home")))) {
            var brand = new Brand("Lumitech Lighting Co., Ltd.", "", "#0f5c8c", "#1f2328", Brand.FONTS.getFirst(), "88 Harbour Road, Ningbo, China", "https://www.lumitech.example", Map.of("LinkedIn", "https://linkedin.example/lumitech"));
            workspace.brands().keep(brand);
            var account = workspace.accounts().save(new Account(0, "anna", "王安娜 Anna", "anna@lumitech.example", "127.0.0.1", 25, Security.NONE, null, null, 0, 0, 0, null, null));
            workspace.database().jdbi().useHandle(h -> {
                h.execute("INSERT INTO contact (id, address, written_address, name, first_name, country, language, created_at, changed_at) VALUES (1, 'katrin@weber.example', 'katrin@weber.example', 'Katrin Weber', 'Katrin', 'DE', 'en', 0, 0)");
                h.execute("INSERT INTO contact (id, address, written_address, created_at, changed_at) VALUES (2, 'info@y.example', 'info@y.example', 0, 0)");
            });
            for (var design : designs(brand, workspace.pictures().keep(picture(), "panel.png").source()).entrySet()) {
                var subject = BuiltIn.find(design.getKey()).map(BuiltIn::subject).orElse("Panels für {{ first_name | default: \"Sie\" }}, 价格");
                var campaign = workspace.campaigns().create(design.getKey(), Audience.NOBODY, account.id(), filled(subject), DesignHtml.of(design.getValue(), brand, DesignHtml.Pictures.AS_WRITTEN), null, Original.design(DesignJson.write(design.getValue())));
                for (long id = 1; id <= 2; id++) {
                    Files.write(folder.resolve(design.getKey() + "-" + id + ".eml"), workspace.testMails().raw(campaign, workspace.contacts().find(id).orElseThrow()));
                }
            }
        }
        try (var files = Files.walk(work)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private static Map<String, Design> designs(Brand brand, String picture) {
        var designs = new LinkedHashMap<String, Design>();
        var known = new FilledIn(brand, "Anna Wang");
        BuiltIn.all().forEach(template -> designs.put(template.key(), known.in(template.design()).withEvery(WrittenMails::filled).withPreheader(filled(template.design().preheader()))));
        for (var layout : Design.Layout.values()) {
            for (var language : List.of("en", "ar", "zh")) {
                designs.put("own-" + layout.name().toLowerCase(java.util.Locale.ROOT) + "-" + language, own(layout, language, picture));
            }
        }
        return designs;
    }

    private static Design own(Design.Layout layout, String language, String picture) {
        var words = switch (language) {
            case "ar" -> "<p>مرحبا {{ first_name | default: \"بكم\" }}، أرسل لكم الأسعار الجديدة &amp; الكتالوج.</p>";
            case "zh" -> "<p>您好 {{ first_name | default: \"朋友\" }}，新价格见下表。</p>";
            default -> "<p>Grüße {{ first_name | default: \"there\" }} – new prices 😀, see <a href=\"https://www.lumitech.example/p?a=1&amp;b=2\">the panel</a>.</p>";
        };
        var blocks = new ArrayList<>(List.of(Block.of(BlockType.TEXT, Map.of("html", words)), Block.of(BlockType.PICTURE, Map.of("src", picture, "alt", "LED panel")), Block.of(BlockType.SIGNATURE, Map.of("html", "<p>Anna Wang</p>"))));
        if (layout == Design.Layout.DESIGNED) {
            blocks.add(1, Block.of(BlockType.PRICE_TABLE, Map.of("rows", "Item\tFOB Ningbo\tMOQ\nLP-3636\tUSD 11.90\t500")));
            blocks.add(2, Block.of(BlockType.BUTTON, Map.of("label", "See it", "href", "https://www.lumitech.example/p")));
        }
        blocks.add(Block.of(BlockType.FOOTER));
        return Design.empty(layout, language).withPreheader("USD 11.90").withBlocks(blocks);
    }

    private static Block filled(Block block) {
        var changed = block;
        for (var property : block.properties().entrySet()) {
            changed = changed.with(property.getKey(), filled(property.getValue()));
        }
        return changed;
    }

    /** With what the sender would write in place of the template's hints. */
    private static String filled(String text) {
        var filled = text;
        for (var word : WORDS.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled.replaceAll("\\[([a-z][^\\]<>{}]*)]", "$1");
    }

    private static byte[] picture() throws java.io.IOException {
        var image = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 600 * 300; i++) {
            image.setRGB(i % 600, i / 600, i * 7 & 0xffffff);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
