package app.caravel.desktop.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.FileKinds;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts;
import app.caravel.texts.Texts.Language;

/** The first window: two doors into a rehearsal, and two quiet ways past it. No rail, no status bar. */
public final class FirstRun extends StackPane {

    /** Where the doors lead. */
    public interface Doors {
        /** Rehearse with a list of one's own. */
        void ownList(Path file);

        /** Rehearse with made-up buyers. */
        void sample();

        /** A mailbox is there: to the real workspace. */
        void real();

        void restore(Path backup);

        /** Lets the person choose a file; null where none was chosen. */
        @Nullable Path choose(String title, List<FileKind> kinds);
    }

    private static final double BLOCK = 856;
    private static final double CARD_WIDTH = 416;
    private static final double CARD_HEIGHT = 280;

    private final Theme theme;
    private final Doors doors;
    private @Nullable Reason problem;

    public FirstRun(Theme theme, Doors doors) {
        this.theme = theme;
        this.doors = doors;
        getStyleClass().addAll("page", "first-run");
        build();
    }

    /** Says below the doors why one of them did not open. */
    public void tell(Reason reason) {
        problem = reason;
        build();
    }

    private void build() {
        var language = new Segmented<>(List.of(Language.CHINESE, Language.ENGLISH), theme.language(), Language::ownName);
        language.valueProperty().addListener((_, _, spoken) -> {
            theme.speak(spoken);
            build();
        });
        Space.tight(language);
        StackPane.setAlignment(language, Pos.TOP_RIGHT);
        StackPane.setMargin(language, new Insets(16));
        var heading = Words.title(text("shell.first.heading"));
        var sentence = Words.muted(text("shell.first.sentence"));
        var cards = new HBox(24, ownList(), sample());
        var foot = Space.row(24, Words.link(text("shell.first.real"), doors::real), Words.link(text("shell.first.restore"),
                () -> choose("shell.first.backup", doors::restore, "*.caravel")));
        foot.setAlignment(Pos.CENTER);
        var block = new VBox(24, new VBox(8, heading, sentence), cards, foot);
        if (problem != null) {
            var why = Words.wrapped(Words.of(Texts.in(theme.language()).get(problem), "bounce-text"));
            why.setMinWidth(0);
            block.getChildren().add(Space.row(8, Icons.of(Feather.ALERT_CIRCLE, "bounce"), Space.grow(why)));
        }
        block.setMaxSize(BLOCK, USE_PREF_SIZE);
        getChildren().setAll(block, language);
    }

    private Node ownList() {
        var drop = new VBox(8, Icons.of(Feather.UPLOAD), Words.muted(text("shell.first.drop")));
        drop.setAlignment(Pos.CENTER);
        drop.getStyleClass().add("drop-field");
        drop.setMinHeight(96);
        drop.setMaxWidth(Double.MAX_VALUE);
        var card = card("raised", text("shell.first.own"), text("shell.first.own-help"), drop,
                Buttons.accent(text("shell.first.choose"), Feather.FILE_TEXT, () -> choose("shell.first.choose", doors::ownList, FileKinds.patterns())));
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                drop.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("over"), true);
            }
            event.consume();
        });
        setOnDragExited(_ -> drop.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("over"), false));
        setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                take(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            event.setDropCompleted(event.getDragboard().hasFiles());
            event.consume();
        });
        return card;
    }

    /** Goes through the door with the first file that can be imported, wherever over the window it was let go; else says what can be. */
    public void take(List<Path> files) {
        FileKinds.firstRead(files).ifPresentOrElse(doors::ownList,
                () -> tell(Reason.of(Files.isDirectory(files.getFirst()) ? "shell.first.folder" : "shell.first.unreadable", "file", String.valueOf(files.getFirst().getFileName()))));
    }

    private Node sample() {
        return card("", text("shell.first.sample"), text("shell.first.sample-help"), Space.rest(), Buttons.plain(text("shell.first.begin"), Feather.PLAY, doors::sample));
    }

    private static VBox card(String rank, String heading, String help, Node middle, Node act) {
        var what = Words.heading(heading);
        Label says = Words.wrapped(Words.muted(help));
        var card = new VBox(12, what, says, middle, act);
        VBox.setVgrow(middle, javafx.scene.layout.Priority.ALWAYS);
        card.setPadding(new Insets(24));
        card.getStyleClass().add("group");
        if (!rank.isEmpty()) {
            card.getStyleClass().add(rank);
        }
        card.setMinSize(CARD_WIDTH, CARD_HEIGHT);
        card.setPrefSize(CARD_WIDTH, CARD_HEIGHT);
        return card;
    }

    private void choose(String titleKey, Consumer<Path> chosen, String... patterns) {
        var file = doors.choose(text(titleKey), List.of(FileKind.of(text(titleKey + "-kind"), patterns)));
        if (file != null) {
            chosen.accept(file);
        }
    }

    private String text(String key) {
        return Texts.in(theme.language()).get(key);
    }
}
