package app.caravel.desktop.compose;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.converter.LocalDateStringConverter;

import atlantafx.base.controls.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.invitation.Invitation;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Problem;

/** An appointment that goes along as a calendar file: a stand at a fair, a visit, a call. */
final class InvitationForm {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", java.util.Locale.ROOT);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Ui ui;
    private final TextField title = new TextField();
    private final TextField place = new TextField();
    private final DatePicker fromDay = new DatePicker();
    private final TextField fromTime = new TextField();
    private final DatePicker untilDay = new DatePicker();
    private final TextField untilTime = new TextField();
    private final ComboBox<String> zone = new ComboBox<>();
    private final TextArea note = new TextArea();
    private final ToggleSwitch asks;
    private final javafx.scene.control.Label wrong = Words.wrapped(Words.of("", "bounce-text"));

    private InvitationForm(Ui ui, @Nullable Invitation before) {
        this.ui = ui;
        asks = new ToggleSwitch(ui.text("files.asks"));
        var written = DateTimeFormatter.ofPattern(ui.texts().language() == app.caravel.texts.Texts.Language.CHINESE ? "yyyy-MM-dd" : "d MMM yyyy", ui.texts().locale());
        fromDay.setConverter(new LocalDateStringConverter(written, written));
        untilDay.setConverter(new LocalDateStringConverter(written, written));
        zone.getItems().setAll(ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")).sorted().toList());
        note.setPrefRowCount(2);
        note.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        var day = LocalDate.ofInstant(ui.clock().instant(), ui.zone()).plusDays(7);
        title.setText(before == null ? "" : before.title());
        place.setText(before == null ? "" : before.place());
        note.setText(before == null ? "" : before.note());
        asks.setSelected(before != null && before.asks());
        zone.setValue(before == null ? ui.zone().getId() : before.zone().getId());
        when(fromDay, fromTime, before == null ? day.atTime(MORNING) : before.starts());
        when(untilDay, untilTime, before == null ? day.atTime(MORNING.plusHours(1)) : before.ends());
    }

    private static void when(DatePicker day, TextField time, LocalDateTime at) {
        day.setValue(at.toLocalDate());
        time.setText(TIME.format(at));
    }

    /** @param before the appointment that is there already, null where there is none */
    static void ask(FilesViewModel model, Ui ui, @Nullable Invitation before) {
        var form = new InvitationForm(ui, before);
        var save = Buttons.accent(ui.text("files.save"), Feather.CALENDAR, () -> form.save(model));
        var acts = Space.row(8, save);
        if (before != null) {
            acts.getChildren().add(Buttons.flat(ui.text("files.take-off"), null, () -> {
                ui.dialogs().close();
                model.invite(null);
            }));
        }
        ui.dialogs().show(RenameForm.box(Space.column(4, Words.heading(ui.text("files.invitation")), Words.wrapped(Words.small(ui.text("files.invite-help")))),
                Space.column(12, new Field(ui.text("files.title"), form.title), new Field(ui.text("files.place"), form.place),
                        Space.row(12, new Field(ui.text("files.from"), Space.width(form.fromDay, 148)), bottom(form.fromTime), new Field(ui.text("files.until"), Space.width(form.untilDay, 148)), bottom(form.untilTime)),
                        new Field(ui.text("files.zone"), form.zone), new Field(ui.text("files.note"), form.note), form.asks),
                form.wrong, acts), form.title);
    }

    private static Field bottom(TextField time) {
        return new Field("", Space.width(time, 64));
    }

    private void save(FilesViewModel model) {
        try {
            var invitation = new Invitation(title.getText().strip(), place.getText().strip(), note.getText().strip(), at(fromDay, fromTime), at(untilDay, untilTime), ZoneId.of(zone.getValue()), asks.isSelected());
            ui.dialogs().close();
            model.invite(invitation);
        } catch (Problem problem) {
            wrong.setText(ui.text(problem.reason()));
        }
    }

    private static LocalDateTime at(DatePicker day, TextField time) {
        try {
            return day.getValue().atTime(LocalTime.parse(time.getText().strip().replace('：', ':'), DateTimeFormatter.ofPattern("H:mm", java.util.Locale.ROOT)));
        } catch (DateTimeParseException e) {
            throw Problem.of("files.bad-time", "text", time.getText());
        }
    }
}
