package app.caravel.content.design;

import java.util.Objects;

import app.caravel.content.Mjml;
import app.caravel.content.Original;

/** Whether what a mail is written in can be made into HTML: a draft keeps half written things too. */
public final class MadeFrom {

    private MadeFrom() {}

    /** @throws app.caravel.reason.Problem where it cannot, with the line if there is one */
    public static void check(Original original) {
        switch (original.kind()) {
            case HTML -> {}
            case MJML -> Mjml.toHtml(Objects.requireNonNull(original.source()), "en");
            case DESIGN -> DesignHtml.of(DesignJson.read(Objects.requireNonNull(original.source())), Brand.PLAIN, DesignHtml.Pictures.AS_WRITTEN);
        }
    }
}
