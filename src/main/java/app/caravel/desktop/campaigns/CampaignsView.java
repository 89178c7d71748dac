package app.caravel.desktop.campaigns;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Ui;

/** All campaigns under one header, as a list or as a calendar. */
final class CampaignsView extends VBox {

    /** How they are shown. */
    enum As { LIST, CALENDAR }

    private final PageHeader header;
    private final CampaignListView list;
    private final CalendarView calendar;
    private final ChangeListener<As> switched = (_, _, as) -> {
        show(as);
        if (as == As.CALENDAR) {
            focusCalendar();
        }
    };

    CampaignsView(CampaignListViewModel campaigns, CalendarViewModel days, ObjectProperty<As> as, Ui ui) {
        Sheets.wear(this);
        list = new CampaignListView(campaigns, ui);
        calendar = new CalendarView(days, ui);
        var choice = new Segmented<>(List.of(As.values()), as.get(), each -> ui.text("calendar.as." + each.name().toLowerCase(Locale.ROOT)), each -> each == As.LIST ? Feather.LIST : Feather.CALENDAR);
        choice.valueProperty().addListener((_, _, chosen) -> as.set(chosen));
        header = new PageHeader(ui.text("campaigns.title"), "", choice, Buttons.accent(ui.text("campaigns.new"), Feather.PLUS, () -> ui.go(Place.NEW_CAMPAIGN)));
        HBox.setMargin(choice, new javafx.geometry.Insets(0, 8, 0, 0));
        setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(calendar, Priority.ALWAYS);
        as.addListener(new WeakChangeListener<>(switched));
        show(as.get());
    }

    private void show(As as) {
        header.sentence().textProperty().bind(as == As.LIST ? list.numbers() : calendar.numbers());
        getChildren().setAll(header, as == As.LIST ? list : calendar);
    }

    private void focusCalendar() {
        calendar.focus();
    }
}
