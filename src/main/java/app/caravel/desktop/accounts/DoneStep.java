package app.caravel.desktop.accounts;

import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Ramp;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The account is kept: what it may send, and what its provider's rules say. */
final class DoneStep extends VBox {

    DoneStep(Ui ui, AddAccountViewModel model) {
        super(16);
        var address = model.address.get();
        getChildren().addAll(Words.wrapped(Words.title(ui.text(model.works.get() ? "accounts.done.title" : "accounts.done.not-yet", "address", address))),
                Words.wrapped(Words.muted(model.perDay.get() == 0
                        ? ui.text("accounts.done.no-limit")
                        : ui.text("accounts.done.limits", "hour", model.perHour.get(), "day", model.perDay.get()))));
        if (model.perDay.get() > 0) {
            var chart = new RampChart(ui, Ramp.USUAL, model.perDay.get(), ui.clock().instant());
            chart.setMaxWidth(480);
            getChildren().addAll(chart, Words.wrapped(Words.help(ui.text("accounts.ramp.begins", "n", Ramp.USUAL.first(), "days", Ramp.USUAL.daysTo(model.perDay.get())))));
        }
        model.provider.get().map(provider -> "account.rules." + (provider.id().startsWith("zoho") || provider.id().startsWith("netease") && !provider.id().equals("neteaseqiye")
                ? provider.help() : provider.id()))
                .filter(ui.texts()::has)
                .ifPresent(key -> {
                    var said = Words.wrapped(Words.body(ui.text(key)));
                    said.setMinWidth(0);
                    var row = Space.row(12, Icons.of(Feather.INFO, "scheduled"), Space.grow(said));
                    row.getStyleClass().addAll("group", "quiet", "keeping-box");
                    getChildren().add(row);
                });
        var another = Buttons.plain(ui.text("accounts.add-another"), Feather.PLUS, model::begin);
        getChildren().add(!model.works.get() ? Space.row(8, another) // the way to the accounts is the step's own button then
                : Space.row(8, Buttons.plain(ui.text("accounts.to-accounts"), Feather.AT_SIGN, () -> {
                    model.begin();
                    ui.navigator().instead(Place.ACCOUNTS);
                }), another));
    }
}
