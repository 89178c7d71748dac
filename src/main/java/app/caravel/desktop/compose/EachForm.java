package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.control.TextField;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignCheck.Luggage;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** One file per recipient: from one of them the pattern is proposed, and who would have his and who not is told while it is written. */
final class EachForm {

    private EachForm() {}

    static void ask(FilesViewModel model, Ui ui, Path example) {
        var folder = Objects.requireNonNull(example.toAbsolutePath().getParent());
        var pattern = new TextField(String.valueOf(example.getFileName()));
        var told = Words.wrapped(Words.small(""));
        var pause = new PauseTransition(Duration.millis(250));
        pause.setOnFinished(_ -> model.tryPattern(folder, pattern.getText(), luggage -> told.setText(pattern.getText().contains("{{") ? sentence(ui, luggage) : ui.text("files.each-same"))));
        pattern.textProperty().addListener((_, _, _) -> pause.playFromStart());
        model.propose(example, proposed -> {
            pattern.setText(proposed);
            pattern.end();
        });
        pause.playFromStart();
        var add = Buttons.accent(ui.text("files.save"), Feather.PAPERCLIP, () -> {
            ui.dialogs().close();
            model.addEach(folder, pattern.getText());
        });
        add.disableProperty().bind(pattern.textProperty().map(text -> !text.contains("{{")));
        pattern.setOnAction(_ -> add.fire());
        ui.dialogs().show(RenameForm.box(Words.heading(ui.text("files.each")), Words.wrapped(Words.small(ui.text("files.each-help"))),
                new Field(ui.text("files.pattern"), pattern).help(ui.text("files.in-folder", "folder", String.valueOf(folder))), told, add), pattern);
    }

    private static String sentence(Ui ui, Luggage luggage) {
        if (luggage.recipients() == 0) {
            return ui.text("files.each-nobody");
        }
        int lack = luggage.lacking().size();
        return lack == 0 ? ui.text("files.each-all", "n", luggage.recipients())
                : ui.text("files.each-some", "have", luggage.recipients() - lack, "of", luggage.recipients(), "name", luggage.example(), "file", luggage.exampleFile());
    }
}
