package app.caravel.desktop.campaigns;

import java.time.LocalDate;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.calendar.BestHours;
import app.caravel.calendar.WorkDays;
import app.caravel.desktop.campaigns.ScheduleViewModel.When;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The schedule step: at once, at a time, or in the recipients' hours; at most so many a day; and the days that come of it. */
final class ScheduleStep extends StepPage {

    private static final double HOUR = 96;
    private static final double DAY = 264;
    /** Below the word of a radio button or a tick. */
    private static final Insets BELOW = new Insets(0, 0, 0, 28);

    private final ScheduleViewModel model;
    private final DraftViewModel draft;
    private final Ui ui;
    private final ToggleGroup which = new ToggleGroup();
    private final StackPane days = new StackPane();
    private final Field time;
    private final Field opens;
    private final Field perDay;
    private final VBox choices;
    private final InvalidationListener changed = _ -> judge();
    private final InvalidationListener planned = _ -> days();

    ScheduleStep(DraftViewModel draft, Ui ui) {
        super(ui.text("campaigns.schedule"), ui.text("campaigns.schedule.sentence"));
        this.model = draft.schedule;
        this.draft = draft;
        this.ui = ui;
        time = new Field(ui.text("campaigns.schedule.time"), clock(model.time));
        opens = new Field(ui.text("sending.hours.from"), clock(model.opens));
        var number = new TextField();
        number.textProperty().bindBidirectional(model.perDay);
        perDay = new Field("", Space.width(number, HOUR));
        choices = Space.column(16, at(), theirs(), limit());
        choices.getChildren().addFirst(radio(When.NOW, "campaigns.schedule.now"));
        days.setAlignment(Pos.TOP_LEFT);
        days.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(days.getChildren()));
        var back = Words.link(ui.text("sending.planned-already.go"), () -> draft.step.set(DraftViewModel.Step.SEND));
        back.visibleProperty().bind(choices.disabledProperty());
        back.managedProperty().bind(back.visibleProperty());
        add(back, choices, days, Space.column(8, note(Feather.INFO, ui.text("sending.computer")), offer()));
        Stream.<Observable>of(model.when, model.day, model.time, model.opens, model.closes, model.notBefore, model.first, model.limited, model.perDay, draft.campaign())
                .forEach(each -> each.addListener(new WeakInvalidationListener(changed)));
        draft.plan.seen.state().addListener(new WeakInvalidationListener(planned));
        judge();
        days();
    }

    private RadioButton radio(When value, String key) {
        var radio = new RadioButton(ui.text(key));
        radio.setToggleGroup(which);
        radio.setSelected(model.when.get() == value);
        radio.setOnAction(_ -> model.when.set(value));
        return radio;
    }

    private Node at() {
        var fields = Space.row(12, Space.width(new Field(ui.text("campaigns.schedule.day"), day(model.day)), DAY), Space.width(time, HOUR));
        return Space.column(12, radio(When.AT, "campaigns.schedule.later"), shown(fields, When.AT));
    }

    private Node theirs() {
        var closes = new Field(ui.text("sending.hours.to"), clock(model.closes));
        var hours = new HBox(12, Space.width(opens, HOUR), Space.width(closes, HOUR), advice());
        var midweek = new CheckBox(ui.text("sending.midweek"));
        midweek.selectedProperty().bindBidirectional(model.midweek);
        var notBefore = new CheckBox(ui.text("sending.not-before"));
        notBefore.selectedProperty().bindBidirectional(model.notBefore);
        var from = Space.width(day(model.first), DAY);
        from.disableProperty().bind(model.notBefore.not());
        var fields = Space.column(12, hours, midweek, Space.row(12, notBefore, from));
        return Space.column(12, radio(When.THEIR_HOURS, "sending.theirs"), shown(fields, When.THEIR_HOURS));
    }

    /** The best hours, why, and how sure that is. */
    private Node advice() {
        var best = BestHours.in(null, LocalDate.ofInstant(ui.clock().instant(), ui.zone()), WorkDays.BUILT_IN);
        var link = Words.link(ui.text("sending.best.use"), model::best);
        link.setMinWidth(javafx.scene.control.Hyperlink.USE_PREF_SIZE);
        var said = Words.wrapped(Words.body(ui.text("sending.best", "from", best.opens().toString(), "to", best.closes().toString())));
        var why = Words.wrapped(Words.help(ui.text(best.why())));
        why.setMaxWidth(560);
        var advice = Space.column(4, Space.row(8, Icons.of(Feather.SUN, "small", "subtle"), said, link), why);
        advice.setPadding(new Insets(0, 0, 0, 12));
        return advice;
    }

    private Node limit() {
        var tick = new CheckBox(ui.text("sending.per-day"));
        tick.selectedProperty().bindBidirectional(model.limited);
        perDay.getChildren().removeFirst(); // the tick says what it is
        perDay.disableProperty().bind(model.limited.not());
        return Space.row(12, tick, perDay);
    }

    private <N extends Node> VBox shown(N fields, When value) {
        var box = new VBox(fields);
        box.setPadding(BELOW);
        box.visibleProperty().bind(model.when.isEqualTo(value));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static TextField clock(StringProperty written) {
        var field = new TextField();
        field.textProperty().bindBidirectional(written);
        return field;
    }

    private DatePicker day(ObjectProperty<@Nullable LocalDate> value) {
        var day = new DatePicker();
        day.setEditable(false);
        day.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate date) {
                return date == null ? "" : ui.formats().longDay(date.atStartOfDay(ui.zone()).toInstant());
            }

            @Override
            public @Nullable LocalDate fromString(String text) {
                return null; // it is chosen, not written
            }
        });
        day.setDayCellFactory(_ -> new DateCell() {
            @Override
            public void updateItem(LocalDate date, boolean empty) {
                super.updateItem(date, empty);
                setDisable(empty || date.isBefore(LocalDate.ofInstant(ui.clock().instant(), ui.zone())));
            }
        });
        day.valueProperty().bindBidirectional(value);
        return day;
    }

    private Node offer() {
        var offer = new LoginOffer(ui, model.when.isNotEqualTo(When.NOW));
        offer.setPadding(new Insets(0, 0, 0, 24)); // under the words of the note
        return offer;
    }

    private static Node note(Feather icon, String words) {
        var note = Words.wrapped(Words.small(words));
        note.setMaxWidth(720);
        return new HBox(8, Icons.of(icon, "small", "subtle"), note);
    }

    private void judge() {
        var at = model.at();
        time.wrong(model.when.get() != When.AT ? null : model.isUnreadable() ? ui.text("campaigns.schedule.unreadable") : model.isPast() ? ui.text("campaigns.schedule.past") : null);
        opens.wrong(model.hoursProblem().map(ui::text).orElse(null));
        perDay.wrong(model.perDayProblem().map(ui::text).orElse(null));
        sentence.setText(said(at));
        var campaign = draft.campaign().get();
        choices.setDisable(campaign != null && campaign.scheduledAt() != null);
    }

    private String said(java.time.@Nullable Instant at) {
        var campaign = draft.campaign().get();
        if (campaign != null && campaign.scheduledAt() != null) {
            return ui.text("sending.planned-already", "time", ui.formats().when(campaign.scheduledAt()));
        }
        if (model.when.get() == When.THEIR_HOURS) {
            return at == null ? ui.text("sending.goes-theirs") : ui.text("sending.goes-theirs-from", "day", ui.formats().longDay(at));
        }
        return at == null || model.isPast() ? ui.text("campaigns.schedule.sentence") : ui.text("campaigns.schedule.goes", "time", ui.formats().when(at));
    }

    /** What goes out when; nothing while nobody or no account is chosen. */
    private void days() {
        var campaign = draft.campaign().get();
        if (campaign == null || !campaign.audience().isChosen() || campaign.accountId() == null) {
            days.getChildren().clear();
        } else if (days.getChildren().isEmpty()) {
            days.getChildren().setAll(new Faces<>(ui, draft.plan.seen, seen -> PlanDays.titled(seen.plan(), model.schedule().get(), ui)));
        }
    }
}
