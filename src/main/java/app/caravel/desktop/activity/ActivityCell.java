package app.caravel.desktop.activity;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.calendar.TheirZone;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.story.StoryWords;
import app.caravel.evidence.Belief;
import app.caravel.protocol.RawEvent;

/** A day, a visit or what machines fetched, as a row. */
final class ActivityCell extends ListCell<Row> {

    private static final double TIME = 56;
    private static final double CHIP = 116;
    private static final double CITY = 160;

    private final Ui ui;

    ActivityCell(Ui ui) {
        this.ui = ui;
        getStyleClass().add("activity-cell");
        setPrefWidth(0); // as wide as the list, never wider
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        getStyleClass().removeAll("day-row", "visit-row", "machine-row");
        setGraphic(empty || row == null ? null : switch (row) {
            case Row.Day day -> as("day-row", Space.row(0, Words.help(day(ui, day))));
            case Row.Visit visit -> as("visit-row", visit(visit));
            case Row.Machines machines -> as("machine-row", machines(machines));
        });
        setDisable(row instanceof Row.Day);
    }

    private HBox as(String styleClass, HBox content) {
        getStyleClass().add(styleClass);
        content.setMinWidth(0);
        return content;
    }

    /** Today, Tuesday 24 November. */
    static String day(Ui ui, Row.Day day) {
        var noon = day.date().atTime(12, 0).atZone(ui.zone()).toInstant();
        var now = ui.clock().instant().atZone(ui.zone()).toLocalDate();
        var written = ui.formats().longDay(noon);
        return day.date().equals(now) ? ui.text("activity.today", "day", written)
                : day.date().equals(now.minusDays(1)) ? ui.text("activity.yesterday", "day", written) : written;
    }

    private HBox visit(Row.Visit visit) {
        var first = visit.first();
        var belief = visit.belief();
        var name = Words.strong(first.shownName());
        name.setMinWidth(0);
        name.setMaxWidth(260);
        var company = Words.muted(first.company() == null ? "" : first.company());
        company.setMinWidth(0);
        var what = Words.body(what(visit));
        what.setMinWidth(0);
        var on = Words.muted(on(visit));
        on.setMinWidth(0);
        if (belief == Belief.PENDING || !belief.isPerson()) {
            what.getStyleClass().add("subtle");
        }
        var words = Space.column(3, Space.row(8, name, company), Space.row(6, what, on));
        words.setMinWidth(0);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var chip = StoryWords.verdict(ui, belief.word());
        var chips = Space.width(Space.row(0), CHIP);
        if (chip != null) {
            chips.getChildren().add(new Chip(chip.word(), chip.icon(), chip.meaning()));
        }
        return Space.row(12, time(visit.began()), mark(visit.has(RawEvent.Kind.UNSUBSCRIBE) ? "bounce" : belief.word()), Space.grow(words), chips,
                there(visit), Icons.of(Feather.CHEVRON_RIGHT, "small", "subtle"));
    }

    private HBox machines(Row.Machines machines) {
        var program = machines.program().isBlank() ? ui.text("activity.nameless") : machines.program();
        var said = Words.muted(ui.text("activity.fetched", "name", program, "links", machines.links(), "pictures", machines.pictures(),
                "both", machines.links() > 0 && machines.pictures() > 0 ? "yes" : "no", "people", machines.people()));
        said.setMinWidth(0);
        var chip = StoryWords.verdict(ui, machines.belief().word());
        var chips = Space.width(Space.row(0), CHIP + 12 + CITY + 12 + 14);
        if (chip != null) {
            chips.getChildren().add(new Chip(chip.word(), chip.icon(), chip.meaning()));
        }
        return Space.row(12, time(machines.began()), mark(machines.belief().word()), Space.grow(said), chips);
    }

    private Label time(java.time.Instant at) {
        var time = Space.width(Words.small(ui.formats().time(at)), TIME);
        time.setTooltip(new Tooltip(ui.formats().full(at)));
        return time;
    }

    private static Region mark(String meaning) {
        return Space.styled(new Region(), "timeline-mark", "bounce".equals(meaning) ? "fill-bounce" : StoryWords.fill(meaning));
    }

    private String what(Row.Visit visit) {
        int opens = visit.opens();
        var links = visit.links();
        if (visit.has(RawEvent.Kind.UNSUBSCRIBE)) {
            return ui.text("activity.unsubscribed");
        }
        if (!links.isEmpty()) {
            return links.size() == 1
                    ? ui.text("activity.clicked-one", "link", links.getFirst(), "opens", opens)
                    : ui.text("activity.clicked", "n", links.size(), "opens", opens);
        }
        return opens > 0 ? ui.text("activity.opened", "n", opens) : ui.text("story.event.unsubscribe-page");
    }

    private String on(Row.Visit visit) {
        var campaigns = visit.campaigns();
        return ui.text("activity.on", "campaign", campaigns.getFirst(), "more", campaigns.size() - 1);
    }

    /** The city and what its clock said then. */
    private Label there(Row.Visit visit) {
        var first = visit.first();
        var zone = TheirZone.of(first.timeZone(), first.country(), first.city()).orElse(null);
        var place = first.city() != null && !first.city().isBlank() ? first.city() : first.country() == null ? "" : ui.formats().country(first.country());
        var label = Space.width(Words.small(zone == null ? place : ui.text("activity.there", "place", place, "time", ui.formats().time(visit.began(), zone.zone()))), CITY);
        label.setTooltip(zone == null ? null : new Tooltip(ui.formats().full(visit.began(), zone.zone(), place)));
        return label;
    }
}
