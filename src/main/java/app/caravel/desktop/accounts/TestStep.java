package app.caravel.desktop.accounts;

import java.time.Duration;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.accounts.AddAccountViewModel.Mark;
import app.caravel.desktop.accounts.AddAccountViewModel.Step;
import app.caravel.desktop.accounts.AddAccountViewModel.Tick;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The lines of the test, ticked one by one; one that failed says what, why, and what to do. */
final class TestStep extends VBox {

    private final Ui ui;
    private final AddAccountViewModel model;
    private final VBox lines = new VBox();
    // kept here and nowhere else: a step that was built anew must not be held by its view model
    private final ListChangeListener<Tick> listener = _ -> show();

    TestStep(Ui ui, AddAccountViewModel model) {
        super(16);
        this.ui = ui;
        this.model = model;
        getChildren().addAll(Words.title(ui.text("accounts.test.title")), lines);
        model.ticks.addListener(new WeakListChangeListener<>(listener));
        show();
    }

    private void show() {
        lines.getChildren().clear();
        for (var tick : model.ticks) {
            lines.getChildren().add(line(tick));
            if (tick.why() != null) {
                lines.getChildren().add(failure(tick));
            }
        }
    }

    private Node line(Tick tick) {
        var icon = switch (tick.mark()) {
            case PASSED -> Icons.of(Feather.CHECK_CIRCLE, "person");
            case FAILED -> Icons.of(Feather.X_CIRCLE, "bounce");
            case RUNNING -> Icons.of(Feather.LOADER, "accent");
            case WAITING -> Icons.of(Feather.CIRCLE, "subtle");
        };
        var words = ui.text("account.step." + tick.step().name().toLowerCase(java.util.Locale.ROOT));
        var row = Space.row(12, icon, tick.mark() == Mark.WAITING ? Words.muted(words) : Words.body(words), Space.rest(),
                Words.help(tick.mark() == Mark.PASSED ? ui.formats().duration(tick.took().isZero() ? Duration.ofMillis(1) : tick.took()) : ""));
        row.setMinHeight(32);
        return row;
    }

    private Node failure(Tick tick) {
        var why = tick.why();
        var said = Words.wrapped(Words.body(why == null ? "" : ui.text(why)));
        said.getStyleClass().add("bounce-text");
        var box = Space.column(12, said, Space.row(8,
                Buttons.small(ui.text("kit.try-again"), Feather.REFRESH_CW, model::test),
                Buttons.small(ui.text("accounts.mend"), null, () -> model.step.set(Step.SIGN_IN)),
                Space.rest(), Words.link(ui.text("accounts.keep-anyway"), model::keepAllTheSame)));
        box.getStyleClass().add("test-failure");
        return box;
    }
}
