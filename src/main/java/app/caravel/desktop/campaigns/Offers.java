package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Audience;
import app.caravel.contact.Contact;
import app.caravel.contact.Filter;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.content.design.DesignJson;
import app.caravel.content.pictures.PictureStore;
import app.caravel.content.template.BuiltIn;
import app.caravel.content.template.FilledIn;
import app.caravel.content.template.OwnTemplate;
import app.caravel.content.template.Sketch;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** The mails to begin from: read, drawn in the brand, and made into what a draft begins with. Off the screen's thread. */
record Offers(Workspace workspace) {

    /** All that is offered, those that come with Caravel first. */
    List<Offer> all() {
        var offers = new ArrayList<Offer>();
        BuiltIn.all().forEach(each -> offers.add(offer(new Offer.Ready(each), drawn(filledIn().in(each.design())), each.design().layout() == Design.Layout.LETTER, null)));
        workspace.templates().all().forEach(each -> offers.add(mine(each)));
        return offers;
    }

    private Offer mine(OwnTemplate template) {
        var design = design(template.original());
        boolean letter = Offer.isLetter(template, design);
        return offer(new Offer.Mine(template), design == null ? shown(template.html(), letter) : drawn(design), letter, workspace.templates().picture(template.id()).map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png)).orElse(null));
    }

    private Offer offer(Offer.Source source, String html, boolean letter, @Nullable String picture) {
        String drawn;
        try {
            drawn = Compiler.compile(new ContentSource("", html, null)).render(Map.of(), workspace.check().untracked()).html();
        } catch (Problem unreadable) {
            drawn = html;
        }
        return new Offer(source, html, drawn, letter, picture);
    }

    private static @Nullable Design design(Original original) {
        var source = original.source();
        if (original.kind() != Original.Kind.DESIGN || source == null) {
            return null;
        }
        try {
            return DesignJson.read(source);
        } catch (Problem unreadable) {
            return null; // its HTML is there
        }
    }

    private String drawn(Design design) {
        return shown(DesignHtml.of(Sketch.of(design), workspace.brands().brand(), DesignHtml.Pictures.AS_WRITTEN), design.layout() == Design.Layout.LETTER);
    }

    private String shown(String html, boolean letter) {
        return Sketch.offline(new PictureStore(workspace.home().pictures()).shown(html), letter);
    }

    private FilledIn filledIn() {
        var accounts = workspace.accounts().all();
        return new FilledIn(workspace.brands().brand(), accounts.isEmpty() ? "" : accounts.getFirst().fromName());
    }

    /** What a draft begins with that uses it. */
    Mail mail(Offer offer) {
        return switch (offer.source()) {
            case Offer.Ready(BuiltIn template) -> Mail.of(filledIn().in(template.subject()), filledIn().in(template.design()), workspace.brands().brand());
            case Offer.Mine(OwnTemplate template) -> {
                var design = design(template.original());
                var mail = design == null ? new Mail(template.subject(), template.html(), template.text(), template.original())
                        : Mail.of(template.subject(), design, workspace.brands().brand());
                yield mail.with(template.variants().stream().map(this::inOurBrand).toList());
            }
        };
    }

    private Variant inOurBrand(Variant variant) {
        var design = design(variant.original());
        return design == null ? variant : new Variant(variant.language(), variant.subject(), DesignHtml.of(design, workspace.brands().brand(), DesignHtml.Pictures.AS_WRITTEN), variant.text(), variant.original());
    }

    /** An empty letter or designed mail: greeting, signature and footer stand there. */
    Mail empty(Design.Layout layout) {
        var blocks = new ArrayList<Block>();
        var greeting = Block.of(BlockType.TEXT, Map.of("html", "<p>Hello {{ first_name | default: \"there\" }},</p><p><br></p>"));
        var signature = Block.of(BlockType.SIGNATURE, Map.of("html", "<p>Best regards,<br>[your name]<br>[your company]</p>"));
        if (layout == Design.Layout.DESIGNED) {
            blocks.add(Block.of(BlockType.PICTURE, Map.of("src", DesignHtml.LOGO, "align", "left", "above", "24", "below", "20")));
            blocks.add(Block.of(BlockType.HEADING, Map.of("level", "1")));
            blocks.add(greeting);
            blocks.add(signature.with("below", "28"));
            blocks.add(Block.of(BlockType.SOCIAL, Map.of("above", "20", "below", "0")));
            blocks.add(Block.of(BlockType.FOOTER, Map.of("below", "28")));
        } else {
            blocks.addAll(List.of(greeting, signature, Block.of(BlockType.FOOTER)));
        }
        return Mail.of("", filledIn().in(new Design(layout, "en", "", blocks)), workspace.brands().brand());
    }

    /**
     * A mail as one person would get it.
     *
     * @param name null where nobody is there to be shown
     */
    record Shown(@Nullable String name, String subject, String html) {}

    /** As the first of these people gets it; without people, the first of the newest list, or of all. */
    Shown shown(Offer offer, List<Long> people) {
        var contact = reader(people);
        var content = Compiler.compile(new ContentSource(filledIn().in(offer.source().subject()), offer.html(), null));
        var mail = content.render(contact == null ? Map.of() : contact.mergeValues(), workspace.check().untracked());
        return new Shown(contact == null ? null : contact.shownName(), mail.subject(), mail.html());
    }

    private @Nullable Contact reader(List<Long> people) {
        if (!people.isEmpty()) {
            return workspace.contacts().find(people.getFirst()).orElse(null);
        }
        var lists = workspace.lists().all();
        var newest = lists.stream().max(Comparator.comparingLong(list -> list.id()));
        var among = newest.map(list -> workspace.recipients().filter(Audience.of(list))).orElse(Filter.EVERYONE);
        var found = workspace.contacts().page(among, 0, 1);
        var any = found.isEmpty() ? workspace.contacts().page(Filter.EVERYONE, 0, 1) : found;
        return any.isEmpty() ? null : workspace.contacts().find(any.getFirst().id()).orElse(null);
    }
}
