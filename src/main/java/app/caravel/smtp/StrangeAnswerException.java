package app.caravel.smtp;

import java.io.IOException;

/** The server said what no server should at this place; its words are the message. */
final class StrangeAnswerException extends IOException {

    private static final long serialVersionUID = 1;

    StrangeAnswerException(String answer) {
        super(answer);
    }
}
