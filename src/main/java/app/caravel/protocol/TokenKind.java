package app.caravel.protocol;

/** What a token is for. Its letter is the first segment of the path and, as one byte, a part of what is signed. */
public enum TokenKind {
    PIXEL('o'),
    CLICK('c'),
    UNSUBSCRIBE('u');

    private final char letter;

    TokenKind(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    byte signedByte() {
        return (byte) letter;
    }
}
