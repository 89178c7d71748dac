package app.caravel.desktop.sandbox;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Avatar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.ProgressCard;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.sandbox.CaughtMail;
import app.caravel.sandbox.Readers;

/** Three panes: the caught mails, the one that is read, and what it did. */
final class SandboxInboxView extends BorderPane {

    private static final double LIST_WIDTH = 320;
    private static final double STORY_WIDTH = 304;

    private final SandboxInboxViewModel model;
    private final Ui ui;
    private final VBox top = new VBox();

    SandboxInboxView(SandboxInboxViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("page");
        setMinHeight(0);
        setTop(top);
        setCenter(new Faces<>(ui, model.mails(), this::panes));
        model.playing().addListener((_, _, _) -> head());
        model.played().addListener((_, _, now) -> progress(now));
        head();
    }

    private void head() {
        var mails = model.mails().value();
        int caught = mails == null ? 0 : mails.size();
        var act = Buttons.accent(ui.text("sandbox.let-read"), Feather.PLAY, model::letThemRead);
        act.setDisable(caught == 0 || model.playing().get());
        top.getChildren().setAll(new PageHeader(ui.text("sandbox.inbox"), ui.text("sandbox.caught", "n", caught), act));
        if (model.playing().get()) {
            var card = new ProgressCard(ui.text("sandbox.reading"), ui.text("sandbox.stop"), model::stop);
            card.setId("playing");
            VBox.setMargin(card, new javafx.geometry.Insets(0, 24, 12, 24));
            top.getChildren().add(card);
        }
    }

    private void progress(Readers.@Nullable Played now) {
        if (now == null) {
            return;
        }
        if (now.finished() && !model.playing().get()) {
            ui.toasts().done(ui.text("sandbox.read-done", "n", now.readers()), ui.text("sandbox.read-done-help", "n", now.scanners()),
                    ui.text("sandbox.open-report"), () -> ui.go(reportPlace()));
        } else if (top.lookup("#playing") instanceof ProgressCard card) {
            card.at(now.mails() == 0 ? 0 : Math.min(1, (now.readers() + now.scanners()) / (0.52 * now.mails())),
                    ui.text("sandbox.have-read", "n", now.readers(), "m", now.mails()), ui.text("sandbox.came-by", "n", now.scanners()));
        }
    }

    private Place reportPlace() {
        var story = model.story().value();
        return story == null || story.campaignId() == 0 ? Place.CAMPAIGNS : Place.campaign(story.campaignId());
    }

    private Node panes(List<CaughtMail> mails) {
        head();
        if (mails.isEmpty() && model.search.get().isBlank()) {
            return new EmptyFace(Feather.INBOX, ui.text("sandbox.empty"), ui.text("sandbox.empty-help"),
                    Buttons.plain(ui.text("sandbox.open-campaign"), Feather.SEND, () -> ui.go(Place.CAMPAIGNS)));
        }
        var mail = new MailPane(model, ui);
        var panes = new HBox(list(mails), Space.verticalLine(), Space.grow(mail), Space.width(new StoryPane(model, ui), STORY_WIDTH));
        panes.setFillHeight(true);
        panes.setMinHeight(0);
        return panes;
    }

    private Node list(List<CaughtMail> mails) {
        var search = new TextField();
        search.setPromptText(ui.text("sandbox.search"));
        search.setText(model.search.get());
        search.setOnAction(_ -> model.search.set(search.getText()));
        var list = new ListView<CaughtMail>();
        list.getStyleClass().add("caught-list");
        list.getItems().setAll(mails);
        list.setFixedCellSize(64);
        list.setCellFactory(_ -> new MailCell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, mail) -> {
            if (mail != null) {
                model.choose(mail);
                list.refresh();
            }
        });
        var column = new VBox(12, search, Space.grow(list));
        VBox.setMargin(search, new javafx.geometry.Insets(0, 16, 0, 8));
        column.setPadding(new javafx.geometry.Insets(0, 0, 0, 16));
        return Space.width(column, LIST_WIDTH);
    }

    /** A caught mail in the list: who, subject, when; bold until it is read. */
    private final class MailCell extends ListCell<CaughtMail> {
        @Override
        protected void updateItem(@Nullable CaughtMail mail, boolean empty) {
            super.updateItem(mail, empty);
            setText(null);
            setGraphic(empty || mail == null ? null : row(mail));
            setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            setPrefWidth(0); // as wide as the list, never wider: no bar to scroll sideways
        }

        private Node row(CaughtMail mail) {
            var name = mail.toName().isBlank() ? mail.to() : mail.toName();
            var who = Words.han(model.isRead(mail) ? Words.body(name) : Words.strong(name));
            who.setMinWidth(0);
            var subject = Words.han(Words.muted(mail.subject()));
            subject.setMinWidth(0);
            subject.setMaxWidth(LIST_WIDTH - 112);
            var time = Words.small(ui.formats().when(mail.date()));
            time.setMinWidth(javafx.scene.control.Label.USE_PREF_SIZE);
            var lines = new VBox(2, Space.row(8, who, Space.rest(), time), subject);
            lines.setMinWidth(0);
            lines.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            var row = Space.row(12, new Avatar(name, 32), Space.grow(lines));
            row.setMinHeight(48);
            return row;
        }
    }
}
