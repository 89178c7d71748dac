package app.caravel.desktop.campaigns;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.content.design.DesignJson;

/** What a draft begins with. */
record Mail(String subject, String html, @Nullable String text, Original original, List<Variant> variants) {

    Mail(String subject, String html, @Nullable String text, Original original) {
        this(subject, html, text, original, List.of());
    }

    static final Mail EMPTY = new Mail("", "", null, Original.HTML);

    static Mail of(String subject, Design design, Brand brand) {
        return new Mail(subject, DesignHtml.of(design, brand, DesignHtml.Pictures.AS_WRITTEN), null, Original.design(DesignJson.write(design)));
    }

    /** The same in these other languages. */
    Mail with(List<Variant> others) {
        return new Mail(subject, html, text, original, others);
    }

    Campaign in(Campaign draft) {
        return draft.withContent(subject, html, text, original).withVariants(variants);
    }
}
