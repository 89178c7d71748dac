package app.caravel.desktop.messagelog;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.ColumnChoice;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;
import app.caravel.messagelog.LogField;
import app.caravel.messagelog.search.LogRow;

/** The lines: when, what, to whom, about what, by which account, and what the server said; all 27 fields may be chosen. */
final class LogTable extends VBox {

    /** From these widths on there is room for it. */
    private static final double ACCOUNT_FROM = 980;
    private static final double ANSWER_FROM = 760;

    private final TableView<LogRow> table = new TableView<>();

    LogTable(MessageLogViewModel model, Ui ui, Consumer<LogRow> chosen) {
        Tables.dress(table);
        table.getStyleClass().add("log-table");
        setMinHeight(0);
        var choice = new ColumnChoice<>(ui, table, List.of());
        getChildren().setAll(Space.grow(choice));
        var when = Columns.<LogRow>hovered(ui.text("messagelog.time"), 136, row -> new Columns.Hovered(ui.formats().when(row.at()), ui.formats().full(row.at()) + "\n" + row.at()));
        var what = Columns.<LogRow>iconWord(ui.text("messagelog.event"), 136, row -> EventWords.of(ui, row.get(LogField.EVENT_ID)));
        var to = Columns.<LogRow>text(ui.text("messagelog.recipient"), 232, row -> row.get(LogField.RECIPIENT_ADDRESS));
        var subject = Columns.<LogRow>text(ui.text("messagelog.subject"), 200, row -> row.get(LogField.MESSAGE_SUBJECT));
        var account = Columns.<LogRow>muted(ui.text("messagelog.account"), 144, LogTable::account);
        var answer = Columns.<LogRow>muted(ui.text("messagelog.answer"), 216, LogTable::answer);
        to.setMinWidth(176);
        subject.setMinWidth(120);
        answer.setMinWidth(144);
        choice.column("when", when, 0).column("what", what, 0).column("to", to, 0).column("subject", subject, 0).column("account", account, ACCOUNT_FROM).column("answer", answer, ANSWER_FROM);
        for (var field : LogField.values()) {
            choice.column(field.key(), Columns.text(field.key(), 160, row -> row.get(field)), ColumnChoice.WHEN_CHOSEN);
        }
        choice.begin(model::columns, model::keepColumns);
        Tables.flex(table, to, subject, answer);
        table.heightProperty().addListener((_, before, now) -> {
            if (now.doubleValue() < before.doubleValue()) { // the panel came, and the search above takes a second row
                Platform.runLater(this::keepInSight);
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> open(row, chosen));
        table.setOnMouseClicked(_ -> {
            if (!ui.details().open().get()) {
                open(table.getSelectionModel().getSelectedItem(), chosen); // its panel was closed
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                open(table.getSelectionModel().getSelectedItem(), chosen);
                event.consume();
            }
        });
    }

    private void keepInSight() {
        int chosen = table.getSelectionModel().getSelectedIndex();
        if (chosen >= 0 && table.lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                .noneMatch(row -> row.getIndex() == chosen && row.getBoundsInParent().getMinY() >= 0 && row.localToScene(0, row.getHeight()).getY() <= table.localToScene(0, table.getHeight()).getY())) {
            table.scrollTo(Math.max(0, chosen - 1));
        }
    }

    private static void open(@Nullable LogRow row, Consumer<LogRow> chosen) {
        if (row != null) {
            chosen.accept(row);
        }
    }

    void show(List<LogRow> rows) {
        table.getSelectionModel().clearSelection(); // else the new line in its place would count as chosen
        table.getItems().setAll(rows);
        if (!rows.isEmpty()) {
            table.scrollTo(0);
        }
    }

    /** Our account's name; of another server whoever sent it. */
    private static String account(LogRow row) {
        return row.get(LogField.DIRECTIONALITY).equals("Originating") && !row.get(LogField.CONNECTOR_ID).isEmpty() ? row.get(LogField.CONNECTOR_ID) : row.get(LogField.SENDER_ADDRESS);
    }

    /** What the server said; "To" of a submission is no answer. */
    static String answer(LogRow row) {
        var status = row.get(LogField.RECIPIENT_STATUS);
        return !status.isEmpty() && Character.isDigit(status.charAt(0)) ? status
                : row.get(LogField.SOURCE).equals("SMTP") || row.get(LogField.SOURCE).equals("DSN") ? row.get(LogField.SOURCE_CONTEXT) : "";
    }
}
