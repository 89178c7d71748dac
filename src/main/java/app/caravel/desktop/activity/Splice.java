package app.caravel.desktop.activity;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings a shown list to another state and leaves alone what is the same, so that nothing shown moves without need. */
final class Splice {

    private Splice() {}

    static void into(ObservableList<Row> shown, List<Row> wanted) {
        int head = 0;
        int shorter = Math.min(shown.size(), wanted.size());
        while (head < shorter && shown.get(head).equals(wanted.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && shown.get(shown.size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        var between = wanted.subList(head, wanted.size() - tail);
        var old = shown.subList(head, shown.size() - tail);
        if (old.size() == between.size()) {
            for (int i = 0; i < between.size(); i++) {
                if (!old.get(i).equals(between.get(i))) {
                    shown.set(head + i, between.get(i));
                }
            }
        } else {
            old.clear();
            shown.addAll(head, between);
        }
    }
}
