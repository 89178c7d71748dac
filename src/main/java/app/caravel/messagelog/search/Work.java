package app.caravel.messagelog.search;

import java.io.IOException;
import java.util.List;

/** What one thread of a search takes at a time. */
sealed interface Work {

    SourceFile file();

    /** The file's place among the files. */
    int number();

    /** Hands lines to a scan of that file. */
    void through(Pieces pieces, Scan scan) throws IOException;

    /** A stretch of a file. */
    record Stretch(SourceFile file, int number, Parts.Part part) implements Work {
        @Override
        public void through(Pieces pieces, Scan scan) throws IOException {
            pieces.of(file, part, scan);
        }
    }

    /** All of a packed file, which cannot be entered in the middle. */
    record Packed(SourceFile file, int number) implements Work {
        @Override
        public void through(Pieces pieces, Scan scan) throws IOException {
            pieces.ofPacked(file, scan);
        }
    }

    /** The lines that a file's index names. */
    record Named(SourceFile file, int number, LogQuery query) implements Work {
        @Override
        public void through(Pieces pieces, Scan scan) throws IOException {
            MessageIds.of(file, pieces).through(file, query, scan);
        }
    }

    /** The work that a file is. */
    static List<? extends Work> of(SourceFile file, int number, LogQuery query, boolean indexed) throws IOException {
        if (file.isPacked()) {
            return List.of(new Packed(file, number));
        }
        if (indexed && MessageIds.answers(query, file)) {
            return List.of(new Named(file, number, query));
        }
        return Parts.of(file).stream().map(part -> new Stretch(file, number, part)).toList();
    }
}
