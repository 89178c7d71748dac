package app.caravel.desktop.person;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.FilterChip;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;

/** One person: at the left what is known, in the middle what happened, at the right what comes next and where he belongs. */
final class PersonView extends StackPane {

    private static final double LEFT = 304;
    private static final double RIGHT = 280;

    private final PersonViewModel model;
    private final Ui ui;
    private final TimelinePane timeline;
    private final FactsPane facts;
    private final SidePane side;
    private final VBox head = new VBox();
    private final VBox page = new VBox();
    // kept here and nowhere else: a view that was built anew must not be held by its view model
    private final ChangeListener<Undoable.@Nullable Done> done = (_, _, now) -> toast(now);

    PersonView(PersonViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.timeline = new TimelinePane(model, ui);
        this.facts = new FactsPane(model, ui);
        this.side = new SidePane(model, ui);
        Wear.on(this);
        getStyleClass().addAll("page", "person-view");
        setMinSize(0, 0);
        var columns = new HBox(24, Space.width(facts, LEFT), Space.grow(timeline), Space.width(side, RIGHT));
        columns.setPadding(new Insets(0, 24, 12, 16));
        columns.setMinHeight(0);
        page.getChildren().setAll(head, Space.grow(columns));
        page.setMinHeight(0);
        getChildren().setAll(new Faces<>(ui, model.card(), this::shown));
        model.deeds.undoable.latest().addListener(new WeakChangeListener<>(done));
        UndoKey.on(this, model.deeds.undoable);
    }

    private Node shown(Optional<PersonCard> found) {
        if (found.isEmpty()) {
            return new EmptyFace(Feather.USER_X, ui.text("contacts.gone"), ui.text("contacts.gone-help"),
                    Buttons.plain(ui.text("person.to-contacts"), Feather.USERS, () -> ui.go(Place.CONTACTS)));
        }
        var card = found.get();
        head.getChildren().setAll(new PersonHeader(card, model, ui));
        if (card.suppression() != null) {
            var band = new DoNotWriteBand(card.suppression(), ui);
            VBox.setMargin(band, new Insets(0, 24, 16, 24));
            head.getChildren().add(band);
        }
        if (card.colleagues().size() > 1) {
            head.getChildren().add(tabs(card));
        }
        facts.show(card);
        side.show(card);
        timeline.about(card);
        return page;
    }

    private Node tabs(PersonCard card) {
        var company = card.company();
        var chips = Space.row(8);
        chips.getStyleClass().add("person-tabs");
        chips.setMinWidth(0);
        if (company != null) {
            var everyone = new FilterChip(ui.text("company.everyone"));
            everyone.setCount(ui.formats().number(company.people()));
            everyone.setOnAction(_ -> ui.navigator().instead(Place.company(company.id())));
            chips.getChildren().add(everyone);
        }
        for (var each : fitting(card.colleagues(), card.contact().id())) {
            var chip = new FilterChip(each.name().length() > 24 ? each.name().substring(0, 23) + "…" : each.name());
            chip.setSelected(each.id() == card.contact().id());
            chip.setOnAction(_ -> ui.navigator().instead(Place.person(each.id())));
            chips.getChildren().add(chip);
        }
        return chips;
    }

    /** The first few, and himself. */
    private static List<PersonCard.Colleague> fitting(List<PersonCard.Colleague> all, long himself) {
        var first = all.subList(0, Math.min(5, all.size()));
        return first.stream().anyMatch(each -> each.id() == himself) ? first
                : Stream.concat(first.stream().limit(4), all.stream().filter(each -> each.id() == himself)).toList();
    }

    private void toast(Undoable.@Nullable Done now) {
        if (now != null && getScene() != null) {
            ui.toasts().show(new Toasts.Toast(Toasts.Meaning.GOOD, null, ui.text(now.what()), null,
                    List.of(new Toasts.Link(ui.text("kit.undo"), () -> model.deeds.undoable.undo(now)))));
        }
    }
}
