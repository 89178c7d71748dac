package app.caravel.desktop.campaigns;

import java.util.Locale;
import javafx.scene.Node;

import app.caravel.account.Rests.Rest;
import app.caravel.campaign.Plan;
import app.caravel.campaign.pace.Forecast;
import app.caravel.desktop.campaigns.RunViewModel.Sender;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.story.RestWords;

/** Why it is so slow: for each account what holds it back, how much room it has, and when it goes on. */
final class PlanPanel {

    private PlanPanel() {}

    static void show(RunViewModel model, Ui ui) {
        var run = model.run().get();
        var done = model.done();
        var panel = new DetailsPanel(ui, null, ui.text("campaigns.run.why-slow"), done == null ? "" : ui.text("campaigns.run.all-done", "when", ui.formats().when(done)));
        if (run != null) {
            run.senders().stream().filter(sender -> sender.did().waiting() > 0).forEach(sender -> panel.section(sender.account().fromAddress(), facts(sender, ui)));
            if (run.plan() != null && run.plan().held() > 0) {
                panel.section(ui.text("story.message.held"), Words.wrapped(Words.body(ui.text("plan.held", "n", run.plan().held()))));
            }
        }
        ui.details().show(panel);
    }

    private static Node[] facts(Sender sender, Ui ui) {
        var facts = new java.util.ArrayList<Node>();
        facts.add(Words.wrapped(Words.body(why(sender, ui))));
        var part = sender.part();
        if (sender.rest() != null && part != null && slows(part)) { // its rest is not all: what comes after it takes longer
            facts.add(Words.wrapped(Words.body(slow(sender, part, ui))));
        }
        if (part != null && part.before() > 0) {
            facts.add(Words.wrapped(Words.body(PlanDays.beside(part, ui))));
        }
        facts.add(DetailsPanel.fact(ui.text("campaigns.run.fact.left"), ui.formats().number(sender.did().waiting())));
        facts.add(DetailsPanel.fact(ui.text("campaigns.run.fact.room"), room(sender, ui)));
        if (sender.goesOn() != null) {
            facts.add(DetailsPanel.fact(ui.text("campaigns.run.fact.goes-on"), ui.formats().when(sender.goesOn())));
        }
        if (part != null && part.day() > 0) {
            facts.add(DetailsPanel.fact(ui.text("campaigns.run.fact.ramp"), ui.text("campaigns.run.ramp-day", "n", part.day())));
        }
        var account = Words.link(ui.text("campaigns.run.limits"), () -> ui.go(Place.account(sender.account().id())));
        facts.add(account);
        return facts.toArray(Node[]::new);
    }

    /** What holds an account back, in a sentence. */
    static String why(Sender sender, Ui ui) {
        var rest = sender.rest();
        if (rest != null) {
            return rests(sender, rest, ui);
        }
        var part = sender.part();
        if (sender.did().waiting() == 0 || part == null) {
            return ui.text("campaigns.run.nothing-left");
        }
        return slow(sender, part, ui);
    }

    private static boolean slows(Plan.Part part) {
        return part.slow() != Forecast.Slow.NOTHING && part.slow() != Forecast.Slow.REST;
    }

    private static String slow(Sender sender, Plan.Part part, Ui ui) {
        var limits = sender.limits();
        int n = part.slow() == Forecast.Slow.MINUTE ? limits.perMinute() : part.slow() == Forecast.Slow.HOUR ? limits.perHour() : limits.perDay();
        return ui.text("campaigns.run.slow." + part.slow().name().toLowerCase(Locale.ROOT).replace('_', '-'), "n", n);
    }

    /** Why it rests and when its next mail leaves, which may be after the rest. */
    static String rests(Sender sender, Rest rest, Ui ui) {
        var until = rest.until();
        var goesOn = sender.goesOn();
        return RestWords.sentence(ui, sender.account(), rest, until != null && goesOn != null && goesOn.isAfter(until) ? goesOn : until);
    }

    /** 180 in 24 hours; no limit. */
    static String room(Sender sender, Ui ui) {
        var part = sender.part();
        return part == null ? "–" : part.roomNow() < 0 ? ui.text("accounts.no-limit") : ui.text("campaigns.run.room", "n", part.roomNow());
    }
}
