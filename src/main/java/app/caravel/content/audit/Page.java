package app.caravel.content.audit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What stood behind a link or a picture when it was asked for.
 *
 * @param status the HTTP status at the end of all redirects; 0 where there was no answer
 * @param end the address at the end of all redirects
 * @param title of an HTML page
 * @param type media type without its parameters, may be empty
 * @param bytes of a picture; -1 where nobody said
 */
record Page(References.Reference asked, Answer answer, int status, String end, @Nullable String title, String type, long bytes, Duration took) {

    /** How the asking went. */
    enum Answer {
        /** Something came back, whatever its status. */
        ANSWERED,
        /** No server of that name. */
        NO_HOST,
        /** The server is there and nothing takes the call, or it breaks off. */
        NO_ANSWER,
        /** Its certificate is not to be trusted. */
        CERTIFICATE,
        /** It took too long, or there was no time left. */
        LATE,
        /** Not asked, because a person's own data stand in it, or it is an example. */
        NOT_ASKED
    }

    static Page without(References.Reference asked, Answer answer, Duration took) {
        return new Page(asked, answer, 0, asked.url(), null, "", -1, took);
    }

    boolean isFine() {
        return answer == Answer.ANSWERED && status >= 200 && status < 300;
    }

    /** Whether the answer is of the sort that shops give to programs: it says nothing about what a person would see. */
    boolean isForPersons() {
        return answer == Answer.ANSWERED && (status == 401 || status == 403 || status == 405 || status == 406 || status == 429 || status == 451 || status == 503 || status == 999);
    }
}
