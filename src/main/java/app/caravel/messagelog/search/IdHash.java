package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

import app.caravel.messagelog.search.LogQuery.How;

/** The number that stands for a Message-ID in an index: case, angle brackets and spaces around it make no difference. */
final class IdHash {

    private static final int FACTOR = 31;

    private IdHash() {}

    /** That of an id that is looked for. */
    static int of(String id) {
        var bytes = Check.plain(How.ID, id).getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** Those of a field's value: of each id in it, and of all together where there are several. */
    static void each(LineFields fields, byte[] line, int field, IntConsumer to) {
        int from = fields.start(field);
        int end = fields.end(field);
        if (isPlain(line, from, end)) {
            boolean bare = end - from > 1 && line[from] == '<' && line[end - 1] == '>';
            to.accept(bare ? of(line, from + 1, end - 1) : of(line, from, end));
        } else {
            var value = fields.value(field);
            to.accept(of(value));
            Arrays.stream(value.split("[; ]+")).forEach(id -> to.accept(of(id)));
        }
    }

    /** Whether it is one id in letters whose other case has no other bytes. */
    private static boolean isPlain(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] <= ' ' || text[i] == ';' || text[i] == '"') {
                return false;
            }
        }
        return true;
    }

    private static int of(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = FACTOR * hash + (text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
        }
        return hash;
    }
}
