package app.caravel.desktop.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.calendar.OfficeHours;
import app.caravel.contact.Phones;
import app.caravel.desktop.kit.Avatar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Who he is, where he stands, what the hour is there; and the acts, 96 high. */
final class PersonHeader extends HBox {

    private final PersonCard card;
    private final PersonViewModel model;
    private final Ui ui;

    PersonHeader(PersonCard card, PersonViewModel model, Ui ui) {
        super(12);
        this.card = card;
        this.model = model;
        this.ui = ui;
        getStyleClass().add("page-header");
        setMinHeight(96);
        var contact = card.contact();
        var name = Words.title(contact.shownName());
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(contact.shownName()));
        var first = Space.row(8, name, sign());
        var stage = card.standing().stage();
        if (stage != null) {
            first.getChildren().add(new Chip(ui.text("person.stage-" + stage.key().replace('_', '-')), Feather.FLAG, "accent"));
        }
        var words = Space.grow(Space.column(4, first, second()));
        words.setMinWidth(0);
        getChildren().addAll(new Avatar(contact.shownName(), 40), words);
        getChildren().add(acts());
        setPadding(new Insets(20, 24, 16, 24));
    }

    /** The newest sign of a person within a month; else that there is none. */
    private Chip sign() {
        var at = card.lately().lastSign();
        if (at == null || Duration.between(Instant.ofEpochMilli(at), ui.clock().instant()).compareTo(PersonViewModel.LATELY) > 0) {
            return new Chip(ui.text("person.no-sign"), Feather.MOON);
        }
        var ago = ui.formats().ago(Instant.ofEpochMilli(at));
        return "click".equals(card.lately().lastSignKind()) ? new Chip(ui.text("person.clicked", "ago", ago), Feather.TRENDING_UP, "person")
                : new Chip(ui.text("person.opened", "ago", ago), Feather.SUN, "likely");
    }

    private HBox second() {
        var contact = card.contact();
        var row = Space.row(0);
        row.setMinWidth(0);
        add(row, contact.role() == null ? null : Words.muted(contact.role()));
        var company = card.company();
        if (company != null) {
            var link = Words.link(company.name(), () -> ui.go(Place.company(company.id())));
            link.setMinWidth(0);
            add(row, link);
        }
        var country = contact.country();
        var place = contact.city() != null ? contact.city() : country == null ? null : ui.formats().country(country);
        add(row, place == null ? null : Words.muted(place));
        card.zone().ifPresent(zone -> {
            var time = ui.formats().time(ui.clock().instant(), zone.zone());
            var clock = Words.muted(ui.text(zone.sure() ? "person.clock" : "person.clock-about", "time", time, "office", office(Objects.requireNonNull(card.office()))));
            clock.setMinWidth(Label.USE_PREF_SIZE);
            clock.setTooltip(new Tooltip(ui.formats().full(ui.clock().instant(), zone.zone(), place == null ? zone.zone().getId() : place)));
            add(row, clock);
        });
        return row;
    }

    private static void add(HBox row, @Nullable Region node) {
        if (node == null) {
            return;
        }
        if (!row.getChildren().isEmpty()) {
            var dot = Words.of(" · ", "subtle");
            dot.setMinWidth(Label.USE_PREF_SIZE);
            row.getChildren().add(dot);
        }
        row.getChildren().add(node);
    }

    private String office(OfficeHours office) {
        var left = ui.formats().duration(Duration.ofMinutes(Math.max(1, office.until().toMinutes())));
        return switch (office.state()) {
            case JUST_OPENED -> ui.text("person.office-just-opened");
            case OPEN -> ui.text("person.office-open", "time", "%02d:%02d".formatted(office.at().getHour(), office.at().getMinute()));
            case CLOSES_SOON -> ui.text("person.office-closes", "left", left);
            case CLOSED -> ui.text("person.office-opens", "left", left);
        };
    }

    private HBox acts() {
        var row = Space.row(8);
        row.setMinWidth(USE_PREF_SIZE);
        var contact = card.contact();
        var phone = contact.phone();
        if (phone != null) {
            row.getChildren().add(Buttons.plain(ui.text("person.call"), Feather.PHONE, () -> call(phone)));
            row.getChildren().add(Buttons.plain(ui.text("person.whatsapp"), Feather.MESSAGE_CIRCLE, () -> ui.desk().openWithSystem("https://wa.me/" + phone.replaceAll("[^0-9]", ""))));
        }
        row.getChildren().add(more());
        if (card.suppression() == null) {
            row.getChildren().add(Buttons.accent(ui.text("contacts.write"), Feather.MAIL, () -> ui.go(Place.writeTo(contact.id()))));
        }
        return row;
    }

    /** Hands the number to the system's telephone, and copies it for those who have none on this computer. */
    private void call(String phone) {
        var content = new ClipboardContent();
        content.putString(phone);
        Clipboard.getSystemClipboard().setContent(content);
        ui.toasts().done(ui.text("today.call.toast", "phone", Phones.spoken(phone)));
        ui.desk().openWithSystem("tel:" + phone.replaceAll("[^+0-9]", ""));
    }

    private Button more() {
        var button = Buttons.icon(ui.text("person.more"), Feather.MORE_HORIZONTAL, () -> {});
        var menu = new ContextMenu();
        if (card.suppression() == null) {
            menu.getItems().add(item("contacts.suppress", Feather.SLASH, model.deeds::suppress));
        }
        var rights = new RightsActs(model.rights, ui);
        menu.getItems().add(item("erasure.data", Feather.FILE_TEXT, () -> rights.data(card.contact())));
        menu.getItems().add(item("person.delete", Feather.TRASH_2, () -> model.deeds.delete(() -> ui.toasts().show(
                new Toasts.Toast(Toasts.Meaning.ATTENTION, null, ui.text("person.stays"), ui.text("person.stays-help"), List.of())))));
        menu.getItems().add(item("erasure.menu", Feather.USER_X, () -> rights.erase(card.contact())));
        button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 4));
        return button;
    }

    private MenuItem item(String key, Feather icon, Runnable act) {
        var item = new MenuItem(ui.text(key), Icons.of(icon, "small"));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
