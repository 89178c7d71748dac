package app.caravel.desktop.sandbox;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
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
import app.caravel.reason.Reason;
import app.caravel.sandbox.CaughtMail;
import app.caravel.sandbox.Readers;

/** Three panes: the caught mails, the one that is read, and what it did. */
final class SandboxInboxView extends BorderPane {

    private static final double LIST_WIDTH = 320;
    private static final double STORY_WIDTH = 304;

    private final SandboxInboxViewModel model;
    private final Ui ui;
    private final VBox top = new VBox();
    // kept here and nowhere else: a view that was built anew must not be held by its view model
    private final ChangeListener<Boolean> playing = (_, _, on) -> playing(on);
    private final ChangeListener<Readers.@Nullable Played> played = (_, _, now) -> progress(now);
    private final ChangeListener<Boolean> left = (_, _, _) -> head();
    private final ChangeListener<@Nullable Reason> problem = (_, _, _) -> body();

    SandboxInboxView(SandboxInboxViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("page");
        setMinHeight(0);
        setTop(top);
        body();
        model.playing().addListener(new WeakChangeListener<>(playing));
        model.played().addListener(new WeakChangeListener<>(played));
        model.anybodyLeft().addListener(new WeakChangeListener<>(left));
        model.problem().addListener(new WeakChangeListener<>(problem));
        head();
    }

    private void body() {
        var why = model.problem().get();
        setCenter(why == null ? new Faces<>(ui, model.mails(), this::panes)
                : EmptyFace.failed(ui.text("sandbox.not-started"), ui.text(why),
                        Buttons.plain(ui.text("sandbox.another-port"), Feather.REFRESH_CW, model::tryAnotherPort)));
        head();
    }

    private void head() {
        var mails = model.mails().value();
        int caught = mails == null ? 0 : mails.size();
        var act = Buttons.accent(ui.text("sandbox.let-read"), Feather.PLAY, model::letThemRead);
        act.setDisable(!model.anybodyLeft().get() || model.playing().get());
        var header = new PageHeader(ui.text("sandbox.inbox"), ui.text("sandbox.caught", "n", caught));
        if (caught > 0 && !model.anybodyLeft().get() && !model.playing().get()) {
            header.getChildren().add(Words.help(ui.text("sandbox.all-read")));
        }
        header.getChildren().add(act);
        top.getChildren().setAll(header);
        if (model.playing().get()) {
            var card = new ProgressCard(ui.text("sandbox.reading"), ui.text("sandbox.stop"), model::stop);
            card.setId("playing");
            VBox.setMargin(card, new javafx.geometry.Insets(0, 24, 12, 24));
            top.getChildren().add(card);
        }
    }

    private void playing(boolean on) {
        head();
        if (!on) {
            ended();
        }
    }

    private void progress(Readers.@Nullable Played now) {
        if (now != null && top.lookup("#playing") instanceof ProgressCard card) {
            card.at(now.share(), ui.text("sandbox.have-read", "n", now.readers(), "m", now.mails()), ui.text("sandbox.came-by", "n", now.scanners()));
        }
    }

    private void ended() {
        var all = model.played().get();
        if (all != null) {
            var title = all.finished() ? ui.text("sandbox.read-done", "n", all.readers()) : ui.text("sandbox.read-stopped", "n", all.readers(), "m", all.mails());
            ui.toasts().done(title, ui.text("sandbox.read-done-help", "n", all.scanners()), ui.text("sandbox.open-report"), () -> ui.go(reportPlace()));
        }
    }

    private Place reportPlace() {
        var report = model.report();
        return report == null ? Place.CAMPAIGNS : Place.campaign(report);
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
