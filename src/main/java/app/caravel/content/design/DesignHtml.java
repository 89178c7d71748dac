package app.caravel.content.design;

import java.util.HashMap;
import java.util.Map;

import app.caravel.content.Direction;
import app.caravel.content.Markup;
import app.caravel.content.Mjml;
import app.caravel.reason.Problem;

/** What a design becomes: HTML with its Liquid tags, ready to be compiled. */
public final class DesignHtml {

    /** What surrounds the mail. */
    static final String GROUND = "#f3f4f6";

    /** In place of a picture's address: the brand's logo, or the company's name where there is none. */
    public static final String LOGO = "brand:logo";

    /** In place of a colour: the brand's. */
    public static final String BRAND_COLOR = "brand";

    private final Brand brand;
    private final Pictures pictures;
    private final boolean marked;

    /** Where a kept picture is loaded from. */
    public interface Pictures {

        /** As written: a mail that is given a picture's own address. */
        Pictures AS_WRITTEN = source -> source;

        /** @param source a block's picture: a web address, or {@code file:<sha256>.<ending>} */
        String address(String source);
    }

    private DesignHtml(Brand brand, Pictures pictures, boolean marked) {
        this.brand = brand;
        this.pictures = pictures;
        this.marked = marked;
    }

    /**
     * The mail as it leaves.
     *
     * @throws Problem where a block's own MJML cannot be read
     */
    public static String of(Design design, Brand brand, Pictures pictures) {
        return new DesignHtml(brand, pictures, false).html(design);
    }

    /**
     * The mail as it is edited: everyone's blocks at once, and each block in an element of class {@code cv-<id>}.
     */
    public static String marked(Design design, Brand brand, Pictures pictures) {
        return new DesignHtml(brand, pictures, true).html(design);
    }

    private String html(Design design) {
        return design.layout() == Design.Layout.LETTER ? letter(design) : Mjml.toHtml(mjml(design), design.language());
    }

    private String mjml(Design design) {
        var out = new StringBuilder(4_000);
        var direction = rightToLeft(design) ? " align=\"right\"" : "";
        out.append("<mjml><mj-head><mj-attributes><mj-all font-family=\"").append(Markup.escaped(brand.font())).append("\"/>")
                .append("<mj-text color=\"").append(brand.textColor()).append("\" font-size=\"15px\" line-height=\"1.6\" padding=\"0 32px\"").append(direction).append("/>")
                .append("<mj-section padding=\"0\" background-color=\"#ffffff\"").append(rightToLeft(design) ? " direction=\"rtl\"" : "").append("/>")
                .append(rightToLeft(design) ? "<mj-column direction=\"rtl\"/>" : "")
                .append("<mj-image padding=\"0 32px\"/><mj-button padding=\"0 32px\"/><mj-divider padding=\"0 32px\"/><mj-table padding=\"0 32px\" font-size=\"14px\" line-height=\"1.5\" color=\"")
                .append(brand.textColor()).append("\"/></mj-attributes>");
        if (!design.preheader().isBlank()) {
            out.append("<mj-preview>").append(Markup.escaped(design.preheader())).append("</mj-preview>");
        }
        out.append(marked ? "<mj-style>" : "<mj-style inline=\"inline\">").append(style(brand.color())).append("</mj-style>");
        out.append("</mj-head><mj-body background-color=\"").append(GROUND).append("\" width=\"600px\">");
        var sections = new BlockMjml(brand, pictures, design, marked);
        design.blocks().forEach(block -> sections.section(block, out));
        if (design.blocks().isEmpty()) {
            out.append("<mj-section><mj-column></mj-column></mj-section>");
        }
        return out.append("</mj-body></mjml>").toString();
    }

    /** Written into the elements: some programs that show mail on the web drop the style sheet. */
    private static String style(String links) {
        return "a { color: " + links + "; } .ink a { color: #ffffff; } p { margin: 0 0 12px 0; } p:last-child { margin: 0; } ul, ol { margin: 0 0 12px 0; padding-left: 24px; } li { margin: 0 0 4px 0; }";
    }

    private static boolean rightToLeft(Design design) {
        return Direction.of(design.language()) == Direction.RIGHT_TO_LEFT;
    }

    private String letter(Design design) {
        var out = new StringBuilder(2_000);
        out.append("<!doctype html>\n<html lang=\"").append(Markup.escaped(design.language())).append("\" dir=\"").append(Direction.of(design.language()).key())
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\n<body>\n");
        if (!design.preheader().isBlank()) {
            out.append("<div style=\"display:none;max-height:0;overflow:hidden\">").append(Markup.escaped(design.preheader())).append("</div>\n");
        }
        out.append("<div style=\"font-family:").append(Markup.escaped(brand.font())).append(";font-size:14px;line-height:1.5;color:").append(brand.textColor()).append("\">\n");
        var paragraphs = new BlockLetter(brand, pictures, design, marked);
        design.blocks().forEach(block -> paragraphs.write(block, out));
        return out.append("</div>\n</body></html>\n").toString();
    }

    /** The words that a mail itself carries, in its own language. */
    static String word(String language, String what) {
        var words = WORDS.getOrDefault(java.util.Locale.forLanguageTag(language).getLanguage(), Map.of());
        return words.getOrDefault(what, WORDS.getOrDefault("en", Map.of()).getOrDefault(what, ""));
    }

    private static final Map<String, Map<String, String>> WORDS = words();

    private static Map<String, Map<String, String>> words() {
        var words = new HashMap<String, Map<String, String>>();
        for (var line : """
                en|Unsubscribe|You get this mail because we have been in touch about our products.
                zh|退订|您收到这封邮件，是因为我们曾就产品有过联系。
                de|Abmelden|Sie erhalten diese E-Mail, weil wir wegen unserer Produkte in Kontakt stehen.
                fr|Se désabonner|Vous recevez ce message car nous avons échangé au sujet de nos produits.
                es|Darse de baja|Recibe este correo porque hemos estado en contacto por nuestros productos.
                pt|Cancelar inscrição|Recebe este e-mail porque estivemos em contacto sobre os nossos produtos.
                ru|Отписаться|Вы получили это письмо, потому что мы общались с вами по поводу нашей продукции.
                ja|配信停止|製品の件でご連絡を取らせていただいた方にお送りしています。
                ko|수신 거부|제품과 관련하여 연락을 주고받은 분께 보내드립니다.
                it|Annulla l’iscrizione|Riceve questa e-mail perché siamo stati in contatto per i nostri prodotti.
                ar|إلغاء الاشتراك|تصلك هذه الرسالة لأننا تواصلنا معك بشأن منتجاتنا.
                he|הסרה מרשימת התפוצה|הודעה זו נשלחה אליך כי היינו בקשר בנוגע למוצרים שלנו.
                tr|Abonelikten çık|Ürünlerimiz hakkında görüştüğümüz için bu e-postayı alıyorsunuz.
                pl|Wypisz się|Otrzymuje Pan/Pani tę wiadomość, ponieważ kontaktowaliśmy się w sprawie naszych produktów.
                nl|Afmelden|U ontvangt deze e-mail omdat wij contact hebben gehad over onze producten.""".lines().toList()) {
            var parts = line.split("\\|");
            words.put(parts[0], Map.of("unsubscribe", parts[1], "why", parts[2]));
        }
        return words;
    }
}
