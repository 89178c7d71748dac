package app.caravel.desktop.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.HeldBack;
import app.caravel.campaign.Message;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;

/** Those whom manners keep back, a row each with the reason and until when; over the window. */
final class HeldBox {

    private static final double WIDTH = 640;
    private static final double ROW = 64;
    private static final double LIST = 5.5 * ROW;

    /** One of them. */
    private record Row(String name, @Nullable Reason why, @Nullable Instant until, @Nullable Message message) {}

    private final Ui ui;
    private final List<Row> rows;
    private final ListView<Row> list;
    private final java.util.Set<Row> chosen = new java.util.HashSet<>();
    private final VBox box = Space.column(16);
    /** What the button waits for. */
    private final Label missing = Words.small("");
    private Runnable ticked = () -> {};

    private HeldBox(Ui ui, List<Row> rows, boolean tickable) {
        this.ui = ui;
        this.rows = rows;
        list = new ListView<>(FXCollections.observableArrayList(rows));
        list.getStyleClass().add("held-list");
        list.setFixedCellSize(ROW);
        Space.height(list, Math.min(LIST, rows.size() * ROW + 2));
        list.setCellFactory(_ -> new Cell(tickable));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, WIDTH);
        box.setMaxHeight(VBox.USE_PREF_SIZE);
        Sheets.wear(box);
    }

    /** Of a draft: who would be held back, and a way to write to them all the same. */
    static HeldBox ofDraft(Ui ui, HeldBack held, PlanViewModel plan) {
        var made = new HeldBox(ui, held.people().stream().map(person -> new Row(person.shownName(), person.hold().why(), person.hold().until(), null)).toList(), false);
        int n = held.people().size();
        var act = Buttons.plain(ui.text(held.kept() ? "sending.held.to-all" : "sending.held.keep", "n", n), held.kept() ? Feather.SEND : Feather.PAUSE, () -> {
            ui.dialogs().close();
            plan.keepManners(!held.kept());
        });
        made.fill(ui.text(held.kept() ? "sending.held.title" : "sending.held.title-off", "n", n), ui.text(held.kept() ? "sending.held.draft" : "sending.held.draft-off"), act);
        return made;
    }

    /**
     * Of a campaign that began: ticked ones, or all, are let go with a word of why.
     *
     * @param letGo is told whom, and why
     */
    static HeldBox ofRun(Ui ui, List<Message> held, BiConsumer<List<Message>, String> letGo) {
        var made = new HeldBox(ui, held.stream().map(message -> new Row(name(message), message.reason(), message.notBefore(), message)).toList(), true);
        var word = new TextField();
        word.setPromptText(ui.text("sending.held.word.prompt"));
        var go = Buttons.accent(ui.text("sending.held.let-go-all", "n", held.size()), Feather.SEND, () -> {
            ui.dialogs().close();
            letGo.accept(made.toLetGo(), word.getText().strip());
        });
        made.ticked = () -> go.setText(made.act());
        go.disableProperty().bind(word.textProperty().map(String::isBlank));
        made.missing.setText(ui.text("sending.held.word.missing"));
        made.missing.visibleProperty().bind(go.disableProperty());
        made.fill(ui.text("sending.held.title", "n", held.size()), ui.text("sending.held.run"), go);
        made.box.getChildren().add(2, new Field(ui.text("sending.held.word"), word));
        return made;
    }

    private static String name(Message message) {
        var name = message.recipientName();
        return name == null || name.isBlank() ? message.address() : name;
    }

    private String act() {
        return chosen.isEmpty() ? ui.text("sending.held.let-go-all", "n", rows.size()) : ui.text("sending.held.let-go", "n", chosen.size());
    }

    private List<Message> toLetGo() {
        return rows.stream().filter(row -> chosen.isEmpty() || chosen.contains(row)).map(Row::message).filter(java.util.Objects::nonNull).toList();
    }

    private void fill(String title, String sentence, Node act) {
        var said = Words.wrapped(Words.muted(sentence));
        Node body = rows.isEmpty() ? new EmptyFace(Feather.CHECK, ui.text("sending.held.nobody"), null, null) : list;
        box.getChildren().setAll(Space.column(4, Words.heading(title), said), body,
                Space.row(8, Space.rest(), missing, Buttons.plain(ui.text("kit.close"), null, ui.dialogs()::close), act));
    }

    void show() {
        ui.dialogs().show(box, list);
    }

    /** Name and reason, and until when. */
    private final class Cell extends ListCell<Row> {

        private final boolean tickable;

        Cell(boolean tickable) {
            this.tickable = tickable;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : graphic(row));
        }

        private Node graphic(Row row) {
            var why = Words.small(row.why() == null ? "" : ui.text(row.why()));
            why.setWrapText(true);
            why.setMinWidth(0);
            var words = Space.column(2, Words.strong(row.name()), why);
            words.setMinWidth(0);
            words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            var until = Words.small(row.until() == null ? ui.text("sending.held.by-hand") : ui.text("sending.held.until", "time", ui.formats().when(row.until())));
            until.setMinWidth(Label.USE_PREF_SIZE);
            var line = new HBox(12, Space.grow(words), until);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            if (tickable) {
                line.getChildren().addFirst(tick(row));
            }
            return line;
        }

        private CheckBox tick(Row row) {
            var tick = new CheckBox();
            tick.setSelected(chosen.contains(row));
            tick.setAccessibleText(row.name());
            tick.setOnAction(_ -> {
                if (!chosen.remove(row)) {
                    chosen.add(row);
                }
                ticked.run();
            });
            return tick;
        }
    }
}
