package app.caravel.messagelog.search;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.messagelog.search.LogQuery.How;
import app.caravel.messagelog.search.LogQuery.Term;

/**
 * One term of a query at its place in one file's lines. Words that stand in the bytes as they are (nearly all) are compared
 * there; others, with quotes or letters whose other case has other bytes, in the text.
 */
final class Check {

    private record Word(String text, @Nullable Needle bytes) {}

    private final int place;
    private final How how;
    private final List<Word> words;

    Check(Term term, int place) {
        this.place = place;
        this.how = term.how();
        this.words = term.words().stream().map(word -> plain(term.how(), word)).map(word -> new Word(word, Needle.whole(word))).toList();
    }

    boolean fits(byte[] text, LineFields fields) {
        int from = fields.start(place);
        int to = fields.end(place);
        if (from == to) {
            return false;
        }
        for (var word : words) {
            if (word.bytes() == null ? inText(fields.value(place).toLowerCase(Locale.ROOT), word.text()) : inBytes(text, from, to, word.text(), word.bytes())) {
                return true;
            }
        }
        return false;
    }

    private boolean inBytes(byte[] text, int from, int to, String word, Needle needle) {
        int found = needle.find(text, from, to);
        if (found < 0 || how == How.HOLDS || how == How.ADDRESS && !isWhole(word)) {
            return found >= 0;
        }
        if (how == How.IS) {
            return found == from && needle.length() == to - from;
        }
        while (found >= 0) { // one of a list, parted by semicolons
            int begin = found;
            int end = found + needle.length();
            if (how == How.ID && begin > from && text[begin - 1] == '<' && end < to && text[end] == '>') {
                begin--;
                end++;
            }
            if (isEdge(text, begin - 1, from, to) && isEdge(text, end, from, to)) {
                return true;
            }
            found = needle.find(text, found + 1, to);
        }
        return false;
    }

    private static boolean isEdge(byte[] text, int at, int from, int to) {
        return at < from || at >= to || text[at] == ';' || text[at] == ' ';
    }

    private boolean inText(String value, String word) {
        return switch (how) {
            case IS -> value.equals(word);
            case HOLDS -> value.contains(word);
            case ADDRESS -> value.contains(word) && (!isWhole(word) || List.of(value.split("[; ]+")).contains(word));
            case ID -> List.of(value.split("[; ]+")).stream().anyMatch(each -> bare(each).equals(word)) || bare(value.strip()).equals(word);
        };
    }

    /** Whether this is a whole address and not a part of one. */
    private static boolean isWhole(String word) {
        int at = word.indexOf('@');
        return at > 0 && at < word.length() - 1;
    }

    /** A word as it is compared. */
    static String plain(How how, String word) {
        var lower = word.strip().toLowerCase(Locale.ROOT);
        return how == How.ID ? bare(lower) : lower;
    }

    private static String bare(String id) {
        return id.length() > 1 && id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }
}
