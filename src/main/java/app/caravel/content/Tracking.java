package app.caravel.content;

import org.jspecify.annotations.Nullable;

/** Where the links of one message lead: to the tracker with this message's tokens, or straight to their destinations. */
public interface Tracking {

    /** The address that stands in the mail for a link to the destination. */
    String click(int link, String destination);

    /** The address of the pixel; null: no pixel. */
    @Nullable String pixel();

    /** The address of the unsubscribe page; null: there is none. */
    @Nullable String unsubscribe();

    /** Links as they are, no pixel, no unsubscribe page. */
    static Tracking none() {
        return Untracked.INSTANCE;
    }

    /** No tracking at all. */
    enum Untracked implements Tracking {
        INSTANCE;

        @Override
        public String click(int link, String destination) {
            return destination;
        }

        @Override
        public @Nullable String pixel() {
            return null;
        }

        @Override
        public @Nullable String unsubscribe() {
            return null;
        }
    }
}
