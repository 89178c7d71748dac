package app.caravel.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.calendar.BestHours;
import app.caravel.calendar.OwnDay;
import app.caravel.calendar.Weekends;
import app.caravel.calendar.WorkDays;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.settings.HoursModel.Known;

/** Hours and holidays: whether Caravel is there when they come, the best hours, weekends that are not Saturday and Sunday, holidays, and days of one's own. */
final class HoursSection extends VBox {

    /** A country of another week that many sell to. */
    private static final String EXAMPLE = "SA";

    private final HoursModel model;
    private final Ui ui;
    private final WeekWords words;

    HoursSection(HoursModel model, LoginModel login, Ui ui) {
        super(24);
        this.model = model;
        this.ui = ui;
        this.words = new WeekWords(ui);
        getChildren().addAll(new LoginGroup(login, ui), best(), new Faces<>(ui, model.known, known -> Space.column(24, ownDays(known.ownDays()), weekends(known), holidays(known))));
    }

    private VBox best() {
        var best = BestHours.in(null, model.today(), WorkDays.BUILT_IN);
        var example = BestHours.in(EXAMPLE, model.today(), WorkDays.BUILT_IN);
        return SettingsGroup.of(ui.text("settings.hours.best"),
                new SettingRow(ui, ui.text("settings.hours.best.when", "days", words.days(best.days()), "opens", best.opens().toString(), "closes", best.closes().toString()),
                        ui.text(best.why()), new Region()),
                new SettingRow(ui, ui.text("settings.hours.best.elsewhere"),
                        ui.text("settings.hours.best.elsewhere.help", "country", ui.formats().country(EXAMPLE), "days", words.days(example.days())), new Region()));
    }

    private VBox ownDays(List<OwnDay> days) {
        var rows = new ArrayList<Node>();
        for (var day : days) {
            var country = day.country();
            var what = country == null ? ui.text("settings.hours.own.closed")
                    : ui.text(day.worked() ? "settings.hours.own.worked" : "settings.hours.own.holiday", "country", ui.formats().country(country));
            rows.add(new SettingRow(ui, ui.text("settings.hours.own.day", "day", ui.formats().day(day.day()), "name", day.name()), what,
                    Buttons.flatIcon(ui.text("settings.hours.own.remove"), Feather.X, () -> model.remove(day))));
        }
        rows.add(new SettingRow(ui, ui.text("settings.hours.own.more"), ui.text("settings.hours.own.help"),
                Buttons.plain(ui.text("settings.hours.own.add"), Feather.PLUS, () -> OwnDayDialog.show(ui, model))));
        return SettingsGroup.of(ui.text("settings.hours.own"), rows.toArray(Node[]::new));
    }

    private VBox weekends(Known known) {
        var rows = new ArrayList<Node>();
        known.corrected().forEach(row -> rows.add(corrected(row)));
        known.weeks().forEach((week, countries) -> rows.add(new SettingRow(ui, words.off(week), words.countries(countries), new Region())));
        rows.add(new SettingRow(ui, ui.text("settings.hours.usual"), ui.text("settings.hours.usual.help"),
                Buttons.plain(ui.text("settings.hours.correct"), Feather.EDIT_2, () -> WeekDialog.show(ui, model, ""))));
        return SettingsGroup.of(ui.text("settings.hours.weekends"), rows.toArray(Node[]::new));
    }

    private SettingRow corrected(Weekends.Row row) {
        var said = model.tableRow(row.country()).map(Weekends.Row::week).orElse(app.caravel.calendar.Week.USUAL);
        var buttons = Space.row(8, Buttons.small(ui.text("settings.hours.change"), null, () -> WeekDialog.show(ui, model, row.country())),
                Buttons.small(ui.text("settings.hours.as-in-table"), null, () -> model.uncorrect(row)));
        return new SettingRow(ui, ui.text("settings.hours.corrected", "country", ui.formats().country(row.country()), "days", words.off(row.week())),
                ui.text("settings.hours.corrected.help", "when", ui.formats().day(row.seen()), "days", words.off(said)), buttons);
    }

    private VBox holidays(Known known) {
        return SettingsGroup.of(ui.text("settings.hours.holidays"),
                new SettingRow(ui, ui.text("settings.hours.holidays.known", "n", known.countries()), ui.text("settings.hours.holidays.help"), new Region()),
                new SettingRow(ui, ui.text("settings.hours.holidays.unknown", "n", known.unknown().size()),
                        ui.text("settings.hours.holidays.unknown.help", "countries", words.countries(known.unknown())), new Region()));
    }
}
