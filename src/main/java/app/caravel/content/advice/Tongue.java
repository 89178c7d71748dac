package app.caravel.content.advice;

import java.util.Optional;

/** The languages whose words are known. */
enum Tongue {
    EN, DE, FR, ES, PT, RU, ZH;

    /** Fewer known words than this in a hundred: another language. */
    private static final double KNOWN = 0.08;

    /** The language that a text is written in, by its small words; nothing where it is none of these, or too short to tell. */
    static Optional<Tongue> of(String text) {
        long han = text.codePoints().filter(Tongue::isHan).count();
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (letters == 0) {
            return Optional.empty();
        }
        if (han * 2 > letters) {
            return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA) ? Optional.empty() : Optional.of(ZH);
        }
        int words = Math.max(1, text.strip().split("\\s+").length);
        Tongue best = null;
        int most = 0;
        for (var tongue : values()) {
            int hits = tongue == ZH ? 0 : Phrases.of(tongue).count("common", text);
            if (hits > most) {
                most = hits;
                best = tongue;
            }
        }
        return most < 2 || most < words * KNOWN ? Optional.empty() : Optional.ofNullable(best);
    }

    static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
