package app.caravel.desktop.compose;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignCheck.Luggage;
import app.caravel.campaign.audit.Enclosed;
import app.caravel.campaign.invitation.Invitation;
import app.caravel.content.Check;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/**
 * The line under the canvas: what goes along, each with its size and a way to take it off, and what the whole mail weighs.
 * Files are added by its button or let go over it.
 */
final class FilesBar extends HBox {

    private static final String SHEET = Objects.requireNonNull(FilesBar.class.getResource("files.css")).toExternalForm();
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private static final double ROOM_OF_BUTTON = 160;

    private final FilesViewModel model;
    private final Ui ui;
    private final Runnable embed;
    private final FlowPane chips = new FlowPane(8, 4);
    private final HBox size = Space.row(8);
    private final ChangeListener<FilesViewModel.@Nullable Shown> listener = (_, _, now) -> show(now);

    /** @param embed takes the pictures out of the HTML and lets them leave with the mail */
    FilesBar(FilesViewModel model, Ui ui, Runnable embed) {
        super(12);
        this.model = model;
        this.ui = ui;
        this.embed = embed;
        getStylesheets().add(SHEET);
        getStyleClass().addAll("files-bar", "drop-field");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        chips.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        chips.setMinWidth(0);
        // else it asks for the height of a flow as narrow as its standard, and the line is three high
        chips.prefWrapLengthProperty().bind(Bindings.max(200, widthProperty().subtract(size.widthProperty()).subtract(ROOM_OF_BUTTON)));
        size.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(attach(), Space.grow(chips), size);
        addEventHandler(DragEvent.DRAG_OVER, this::hover);
        addEventHandler(DragEvent.DRAG_EXITED, _ -> pseudoClassStateChanged(OVER, false));
        addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
        model.shown().addListener(new WeakChangeListener<>(listener));
        show(model.shown().get());
    }

    /** Something more at the right end of the line. */
    FilesBar with(Region last) {
        getChildren().add(last);
        chips.prefWrapLengthProperty().bind(Bindings.max(200, widthProperty().subtract(size.widthProperty()).subtract(last.widthProperty()).subtract(ROOM_OF_BUTTON)));
        return this;
    }

    private MenuButton attach() {
        var button = new MenuButton(ui.text("files.attach"), Icons.of(Feather.PAPERCLIP));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.getItems().addAll(
                item("files.file", Feather.FILE, () -> ui.dialogs().chooseFile(ui.text("files.choose"), List.of(any()), file -> model.add(List.of(file)))),
                item("files.each", Feather.USERS, () -> ui.dialogs().chooseFile(ui.text("files.choose-each"), List.of(any()), file -> EachForm.ask(model, ui, file))),
                item("files.invitation", Feather.CALENDAR, () -> InvitationForm.ask(model, ui, null)));
        return button;
    }

    private MenuItem item(String key, Feather icon, Runnable act) {
        var item = new MenuItem(ui.text(key), Icons.of(icon));
        item.setOnAction(_ -> act.run());
        return item;
    }

    private FileKind any() {
        return FileKind.of(ui.text("files.any"), "*.*");
    }

    private void hover(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(OVER, true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.add(event.getDragboard().getFiles().stream().filter(File::isFile).map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void show(FilesViewModel.@Nullable Shown now) {
        chips.getChildren().clear();
        size.getChildren().clear();
        if (now == null) {
            return;
        }
        for (var file : now.files()) {
            var name = file.kept().name();
            chips.getChildren().add(chip(Feather.FILE, name, ui.formats().size(file.kept().size()), false, () -> RenameForm.ask(model, ui, file),
                    () -> takenOff(name, () -> model.remove(file), () -> model.putBack(file))));
        }
        for (var each : now.each()) {
            int lack = now.luggage().lacking().size();
            var state = now.luggage().recipients() == 0 ? "" : lack == 0 ? ui.text("files.all-have") : ui.text("files.lack", "n", lack);
            chips.getChildren().add(chip(Feather.USERS, each.pattern(), state, lack > 0, null,
                    () -> takenOff(each.pattern(), () -> model.remove(each), () -> model.putBack(each))));
        }
        var invitation = now.invitation();
        if (invitation != null) {
            chips.getChildren().add(chip(Feather.CALENDAR, invitation.title(), when(invitation), false, () -> InvitationForm.ask(model, ui, invitation),
                    () -> takenOff(invitation.title(), () -> model.invite(null), () -> model.invite(invitation))));
        }
        if (chips.getChildren().isEmpty()) {
            chips.getChildren().add(Words.help(ui.text("files.none")));
        }
        weigh(now.luggage());
    }

    private void weigh(Luggage luggage) {
        var limit = luggage.limit();
        if (luggage.within().count() > 0) {
            size.getChildren().addAll(warning(ui.text("files.within", "n", luggage.within().count())), Buttons.small(ui.text("files.embed"), null, embed));
        } else if (limit != null && luggage.whole() > limit.bytes()) {
            size.getChildren().add(warning(ui.text("files.account-over", "address", limit.address(), "limit", ui.formats().size(limit.bytes()))));
        } else if (luggage.html() > Check.GMAIL_CUTS_AT) {
            size.getChildren().add(warning(ui.text("files.html-over", "size", ui.formats().size(luggage.html()))));
        } else if (luggage.whole() > Enclosed.SERVERS_REFUSE_AT) {
            size.getChildren().add(warning(ui.text("files.whole-over")));
        }
        size.getChildren().add(Words.small(ui.text("files.whole", "size", ui.formats().size(luggage.whole()))));
    }

    private static Node warning(String sentence) {
        return Space.row(6, Icons.of(Feather.ALERT_TRIANGLE, "small", "scheduled"), Words.of(sentence, "small", "scheduled-text"));
    }

    private Node chip(Feather icon, String name, String detail, boolean attention, @Nullable Runnable open, Runnable remove) {
        var says = Words.han(Words.body(name));
        says.setMaxWidth(220);
        var what = open == null ? says : Words.link(name, open);
        if (what instanceof javafx.scene.control.Hyperlink link) {
            link.setMaxWidth(220);
        }
        var more = Words.of(detail, "small", attention ? "scheduled-text" : "subtle");
        var chip = Space.row(6, Icons.of(icon, "small", "subtle"), what, more, Buttons.flatIcon(ui.text("files.remove", "name", name), Feather.X, remove, "small"));
        more.setManaged(!detail.isEmpty());
        chip.getStyleClass().add("file-chip");
        return chip;
    }

    private void takenOff(String name, Runnable act, Runnable back) {
        act.run();
        ui.toasts().undoable(ui.text("files.removed", "name", name), null, ui.text("files.undo"), back);
    }

    private String when(Invitation invitation) {
        return invitation.starts().format(java.time.format.DateTimeFormatter.ofPattern(ui.texts().locale().equals(Locale.ENGLISH) ? "d MMM, HH:mm" : "M月d日 HH:mm", ui.texts().locale()));
    }
}
