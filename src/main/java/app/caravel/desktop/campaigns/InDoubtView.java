package app.caravel.desktop.campaigns;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Ledger.Decision;
import app.caravel.desktop.campaigns.InDoubtViewModel.Doubt;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Mails in doubt, one row each: was sent, send again, or leave it. */
final class InDoubtView extends VBox {

    private final InDoubtViewModel model;
    private final Ui ui;

    InDoubtView(InDoubtViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        Sheets.wear(this);
        setMinHeight(0);
        getChildren().add(Space.grow(new Faces<>(ui, model.doubts, this::page)));
    }

    private Node page(List<Doubt> doubts) {
        var header = new PageHeader(ui.text("campaigns.doubt.title"), doubts.isEmpty() ? "" : ui.text("campaigns.doubt.numbers", "n", doubts.size()));
        if (doubts.isEmpty()) {
            return Space.grow(new VBox(header, Space.grow(new EmptyFace(Feather.CHECK_CIRCLE, ui.text("campaigns.doubt.empty"), ui.text("campaigns.doubt.empty.help"),
                    Buttons.plain(ui.text("campaigns.to-list"), Feather.SEND, () -> ui.go(Place.CAMPAIGNS))))));
        }
        var said = Words.wrapped(Words.body(ui.text("campaigns.doubt.sentence")));
        said.setMaxWidth(800);
        var rows = new VBox();
        rows.getStyleClass().addAll("group", "rows");
        for (var doubt : doubts) {
            if (!rows.getChildren().isEmpty()) {
                rows.getChildren().add(Space.line());
            }
            rows.getChildren().add(row(doubt));
        }
        var all = Space.row(8, Buttons.plain(ui.text("campaigns.doubt.all-sent", "n", doubts.size()), Feather.CHECK, () -> model.decide(doubts, Decision.WAS_SENT)),
                Buttons.plain(ui.text("campaigns.doubt.all-again", "n", doubts.size()), Feather.REFRESH_CW, () -> again(doubts)));
        var proposed = doubts.stream().filter(doubt -> doubt.proposal().isPresent()).toList();
        if (!proposed.isEmpty()) {
            all.getChildren().addFirst(Buttons.accent(ui.text("campaigns.doubt.accept", "n", proposed.size()), Feather.CHECK, () -> accept(proposed)));
        }
        if (doubts.stream().noneMatch(doubt -> doubt.found() == null)) {
            all.getChildren().addAll(Space.rest(), Buttons.flat(ui.text("campaigns.doubt.look-again"), Feather.SEARCH, model::lookAgain));
        }
        var body = Space.column(20, said, rows);
        if (doubts.size() > 1 || !proposed.isEmpty()) {
            body.getChildren().add(1, all);
        }
        body.getStyleClass().add("page-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        return new VBox(header, Space.grow(scroll));
    }

    private Node row(Doubt doubt) {
        var name = Space.column(2, Words.strong(doubt.shownName()), Words.small(doubt.campaign()));
        name.setMinWidth(0);
        var when = Words.muted(ui.text("campaigns.doubt.since", "time", ui.formats().when(doubt.message().since())));
        var row = Space.row(8, Space.grow(name), Space.width(when, 180), Space.width(found(doubt), 190),
                Buttons.plain(ui.text("campaigns.doubt.was-sent"), null, () -> model.decide(List.of(doubt), Decision.WAS_SENT)),
                Buttons.plain(ui.text("campaigns.doubt.send-again"), null, () -> again(List.of(doubt))),
                Buttons.flat(ui.text("campaigns.doubt.leave"), null, () -> model.decide(List.of(doubt), Decision.LEAVE)));
        row.getStyleClass().add("doubt-row");
        return row;
    }

    /** What the Sent folder shows, and below it what is proposed. */
    private Region found(Doubt doubt) {
        var found = doubt.found();
        if (found == null) {
            return Words.muted(ui.text("campaigns.doubt.looking"));
        }
        var what = Words.body(ui.text("campaigns.doubt.found", "what", found.key()));
        what.setTooltip(new Tooltip(ui.text(found.said())));
        var column = Space.column(2, what);
        column.setAlignment(Pos.CENTER_LEFT);
        doubt.proposal().ifPresent(proposal -> column.getChildren().add(Words.small(ui.text("campaigns.doubt.proposal", "proposal", proposal == Decision.WAS_SENT ? "sent" : "again"))));
        return column;
    }

    private void accept(List<Doubt> proposed) {
        var again = proposed.stream().filter(doubt -> doubt.proposal().filter(Decision.SEND_AGAIN::equals).isPresent()).toList();
        if (again.isEmpty()) {
            model.accept(proposed);
        } else {
            ask(again, () -> model.accept(proposed));
        }
    }

    private void again(List<Doubt> doubts) {
        ask(doubts, () -> model.decide(doubts, Decision.SEND_AGAIN));
    }

    /** Asks once, with the names: they may get the mail twice. */
    private void ask(List<Doubt> doubts, Runnable then) {
        var names = String.join(ui.text("campaigns.list-comma"), doubts.stream().limit(5).map(Doubt::shownName).toList());
        var sentence = doubts.size() > 5 ? ui.text("campaigns.doubt.twice-more", "names", names, "n", doubts.size() - 5) : ui.text("campaigns.doubt.twice", "names", names);
        ui.dialogs().ask(ui.text("campaigns.doubt.twice.title", "n", doubts.size()), sentence, ui.text("campaigns.doubt.send-again"), then);
    }
}
