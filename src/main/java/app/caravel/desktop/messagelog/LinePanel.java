package app.caravel.desktop.messagelog;

import javafx.scene.layout.BorderPane;

import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.messagelog.LogField;
import app.caravel.messagelog.search.LogRow;
import app.caravel.smtp.ServerMeaning;
import app.caravel.smtp.ServerWords;

/** One line that no mail of this workspace belongs to: what it says in words, and each of its fields that is not empty. */
final class LinePanel extends BorderPane {

    LinePanel(LogRow row, Ui ui) {
        var panel = new DetailsPanel(ui, null, row.get(LogField.RECIPIENT_ADDRESS).isEmpty() ? row.get(LogField.MESSAGE_ID) : row.get(LogField.RECIPIENT_ADDRESS).replace(";", "; "),
                row.get(LogField.MESSAGE_SUBJECT));
        var said = Space.column(6, Words.wrapped(Words.heading(EventWords.word(ui, row.get(LogField.EVENT_ID)))), Words.wrapped(Words.muted(ui.formats().full(row.at()))));
        var answer = LogTable.answer(row);
        if (!answer.isEmpty()) {
            var meaning = ServerWords.read(0, answer);
            if (meaning != ServerMeaning.REFUSED || answer.matches("5\\d\\d.*")) {
                said.getChildren().add(Words.wrapped(Words.body(ui.text(meaning.reason()))));
            }
        }
        panel.add(said);
        var fields = Space.column(10);
        row.byField().forEach((field, value) -> {
            if (!value.isEmpty()) {
                var words = Words.wrapped(Words.of(value, "source"));
                words.setMinWidth(0);
                fields.getChildren().add(Space.column(1, Words.help(field), words));
            }
        });
        panel.section(ui.text("messagelog.line"), fields);
        setCenter(panel);
        setMinHeight(0);
    }
}
