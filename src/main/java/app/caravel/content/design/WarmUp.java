package app.caravel.content.design;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Tracking;

/** Goes once the way of a mail, so that the first one that somebody writes does not wait until the classes are loaded. */
public final class WarmUp {

    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    /** The first loads the classes, the next let them be compiled. */
    private static final int ROUNDS = 2;

    private WarmUp() {}

    /** Takes about a second the first time, and nothing after that. Not for the JavaFX thread. */
    public static void once() {
        if (BEGUN.compareAndSet(false, true)) {
            for (int i = 0; i < ROUNDS; i++) {
                goTheWay();
            }
        }
    }

    private static int goTheWay() {
        var blocks = Arrays.stream(BlockType.values()).map(type -> Block.of(type, Map.of("html", "<p>Dear {{ name | default: \"friend\" }}</p>"))).toList();
        var design = Design.empty(Design.Layout.DESIGNED, "en").withPreheader("{{ company | short_company }}").withBlocks(blocks);
        var html = DesignHtml.of(design, Brand.PLAIN, DesignHtml.Pictures.AS_WRITTEN);
        var mail = Compiler.compile(new ContentSource("{{ name | proper_case }}", html, null)).render(Map.of("name", "ANNA LEE"), Tracking.none());
        return mail.html().length() + CanvasHtml.of(design, Brand.PLAIN, DesignHtml.Pictures.AS_WRITTEN, tag -> tag).body().length();
    }
}
