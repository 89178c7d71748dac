package app.caravel.desktop;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.campaign.Runs;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Toasts.Link;
import app.caravel.desktop.kit.Toasts.Meaning;
import app.caravel.desktop.kit.Toasts.Toast;
import app.caravel.desktop.kit.Ui;

/** Says at a start which campaigns go on by themselves where the last one ended, and how far they are. Told on any thread. */
record GoesOn(Runs runs, Ui ui) implements Consumer<List<Campaign>> {

    @Override
    public void accept(List<Campaign> started) {
        var goOn = started.stream().filter(campaign -> campaign.state() == CampaignState.RUNNING).toList();
        if (goOn.size() == 1) {
            one(goOn.getFirst());
        } else if (!goOn.isEmpty()) {
            ui.background().onScreen(() -> show(ui.text("shell.goes-on.several", "n", goOn.size()), goOn.stream().map(Campaign::name).collect(Collectors.joining(" · ")), Place.CAMPAIGNS));
        }
    }

    private void one(Campaign campaign) {
        var counts = runs.messages().counts(campaign.id());
        int all = counts.all() - counts.of(MessageState.SUPPRESSED) - counts.of(MessageState.HELD) - counts.of(MessageState.CANCELLED);
        ui.background().onScreen(() -> show(ui.text("shell.goes-on", "name", campaign.name()), ui.text("shell.goes-on.far", "n", counts.taken(), "m", all), Place.campaign(campaign.id())));
    }

    private void show(String title, String help, Place place) {
        ui.toasts().show(new Toast(Meaning.PLAIN, Feather.SEND, title, help, List.of(new Link(ui.text("shell.goes-on.see"), () -> ui.go(place)))));
    }
}
