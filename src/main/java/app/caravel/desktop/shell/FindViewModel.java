package app.caravel.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Key;

/** What Ctrl+K finds. Acts stand at once; what the database knows follows, the latest question only. */
final class FindViewModel {

    /** A group of what was found: its heading's text key. */
    enum Group {
        DO("shell.find.do"), CAMPAIGNS("shell.find.campaigns"), PEOPLE("shell.find.people"), COMPANIES("company.companies");

        private final String textKey;

        Group(String textKey) {
            this.textKey = textKey;
        }

        String textKey() {
            return textKey;
        }
    }

    /** Something found: what it is, a muted note, and what Enter does. */
    record Found(Group group, Feather icon, String what, String note, @Nullable Key key, Runnable act) {}

    /** Where things are found. {@code find} may read the database and is called in the background. */
    interface Source {
        List<Found> find(String query) throws Exception;
    }

    /** An act that can be found: its word, other words it is known by, and what it does. */
    record Act(Feather icon, String word, String others, @Nullable Key key, Runnable act) {}

    private static final int ACTS_SHOWN = 5;

    final StringProperty query = new SimpleStringProperty("");
    final ObservableList<Found> found = FXCollections.observableArrayList();
    final IntegerProperty chosen = new SimpleIntegerProperty(0);

    private final Background background;
    private final List<Act> acts;
    private final List<Source> sources;
    private Background.@Nullable Job job;

    FindViewModel(Background background, List<Act> acts, List<Source> sources) {
        this.background = background;
        this.acts = acts;
        this.sources = sources;
        query.addListener((_, _, asked) -> ask(asked));
        ask("");
    }

    void up() {
        move(-1);
    }

    void down() {
        move(1);
    }

    /** Does what is chosen; false where nothing is. */
    boolean go() {
        if (found.isEmpty()) {
            return false;
        }
        found.get(chosen.get()).act().run();
        return true;
    }

    private void move(int by) {
        if (!found.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + by, found.size()));
        }
    }

    private void ask(String asked) {
        if (job != null) {
            job.cancel();
        }
        var matching = acts(asked.strip());
        show(matching);
        if (asked.isBlank()) {
            return;
        }
        job = background.run(() -> {
            var all = new ArrayList<Found>();
            for (var source : sources) {
                all.addAll(source.find(asked.strip()));
            }
            return all;
        }, more -> {
            var all = new ArrayList<>(matching);
            all.addAll(more);
            show(all);
        });
    }

    private void show(List<Found> all) {
        chosen.set(0);
        found.setAll(all);
    }

    private List<Found> acts(String asked) {
        var words = asked.toLowerCase(Locale.ROOT);
        return acts.stream()
                .filter(act -> words.isEmpty() || (act.word() + " " + act.others()).toLowerCase(Locale.ROOT).contains(words))
                .limit(words.isEmpty() ? Long.MAX_VALUE : ACTS_SHOWN)
                .map(act -> new Found(Group.DO, act.icon(), act.word(), "", act.key(), act.act()))
                .toList();
    }
}
