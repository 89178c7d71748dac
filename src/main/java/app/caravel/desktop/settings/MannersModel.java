package app.caravel.desktop.settings;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import app.caravel.campaign.Manners.Rules;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** How often people may be written to, and what each rule costs. A change is kept at once and can be taken back. */
final class MannersModel {

    /**
     * What is known.
     *
     * @param waiting how many people wait now, by the key of the reason
     */
    record Known(Rules rules, Map<String, Integer> waiting) {

        int waiting(String reason) {
            return waiting.getOrDefault(reason, 0);
        }
    }

    final Load<Known> known;

    private final Workspace workspace;
    private final Ui ui;
    private final Consumer<Runnable> undo;

    /** @param undo takes what takes a change back */
    MannersModel(Workspace workspace, Ui ui, Consumer<Runnable> undo) {
        this.workspace = workspace;
        this.ui = ui;
        this.undo = undo;
        this.known = new Load<>(ui.background());
    }

    void load() {
        known.from(() -> new Known(workspace.mannersSettings().rules(), workspace.runFacts().held()));
    }

    void days(int days) {
        change(rules -> new Rules(days, rules.perCompany(), rules.oneAtATime(), rules.colleaguesWait()));
    }

    void perCompany(int people) {
        change(rules -> new Rules(rules.days(), people, rules.oneAtATime(), rules.colleaguesWait()));
    }

    void oneAtATime(boolean on) {
        change(rules -> new Rules(rules.days(), rules.perCompany(), on, rules.colleaguesWait()));
    }

    void colleaguesWait(boolean on) {
        change(rules -> new Rules(rules.days(), rules.perCompany(), rules.oneAtATime(), on));
    }

    /** The screen's own fields show the change already; taken back, they are built anew. */
    private void change(UnaryOperator<Rules> to) {
        ui.background().run(() -> {
            var before = workspace.mannersSettings().rules();
            workspace.mannersSettings().put(to.apply(before));
            return before;
        }, before -> undo.accept(() -> ui.background().run(() -> workspace.mannersSettings().put(before), this::load)));
    }
}
