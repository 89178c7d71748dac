package app.caravel.desktop.campaigns;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Account;
import app.caravel.campaign.SenderName;
import app.caravel.desktop.campaigns.DraftViewModel.Step;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The send step: who gets it, from whom, when, and the one button; beside it why it cannot be pressed. */
final class SendStep extends StepPage {

    private final DraftViewModel model;
    private final Ui ui;
    private final VBox groups = new VBox(24);
    private final HBox act = Space.row(12);
    private final InvalidationListener changed = _ -> show();

    SendStep(DraftViewModel model, Ui ui) {
        super("", "");
        this.model = model;
        this.ui = ui;
        add(groups, act);
        panel(new CheckedMail(model, new FindingActs(model, ui), ui));
        Stream.<Observable>of(model.campaign(), model.audience.facts.state(), model.audience.accounts.state(), model.audience.choices.state(), model.check.checked(),
                model.check.running(), model.check.links.waiting(), model.check.chosen(), model.check.progress, model.send.seconds)
                .forEach(each -> each.addListener(new WeakInvalidationListener(changed)));
        show();
    }

    private void show() {
        int people = model.send.people();
        var at = model.schedule.at();
        title.setText(at == null ? ui.text("campaigns.send.title", "n", people) : ui.text("campaigns.send.title-at", "n", people, "time", ui.formats().when(at)));
        sentence.setText(model.send.takes().map(takes -> ui.text("campaigns.send.takes", "time", ui.formats().duration(takes), "account",
                model.send.account().map(account -> account.fromAddress()).orElse(""))).orElse(ui.text("campaigns.send.sentence")));
        groups.getChildren().setAll(who(), from(), when());
        act();
    }

    private Node who() {
        var facts = model.audience.facts.value();
        var campaign = model.campaign().get();
        var choices = model.audience.choices.value();
        var names = campaign == null || choices == null ? List.<String>of()
                : campaign.audience().to().stream().map(part -> choices.now(part).orElse(part).name()).toList();
        var list = names.isEmpty() ? "–" : String.join(ui.text("campaigns.list-comma"), names);
        var rows = new java.util.ArrayList<Node>();
        rows.add(row(Words.strong(list), Words.muted(facts == null ? "" : ui.text("campaigns.people", "n", facts.people())), to(Step.AUDIENCE)));
        if (facts != null && !facts.leftOut().isEmpty()) {
            rows.add(row(Words.body(ui.text("campaigns.left-out.title")), Words.muted(ui.text("campaigns.people", "n", facts.leftOut().size())), to(Step.AUDIENCE)));
        }
        if (facts != null) {
            int less = facts.sizes().not().stream().mapToInt(Integer::intValue).sum() + facts.sizes().without();
            if (less > 0) {
                rows.add(row(Words.body(ui.text("campaigns.not-to")), Words.muted(ui.text("campaigns.people", "n", less)), to(Step.AUDIENCE)));
            }
        }
        return group(ui.text("campaigns.send.who"), rows.toArray(Node[]::new));
    }

    private static String shownName(Account account) {
        var name = new SenderName(account.fromName()).plain();
        return name.isBlank() ? account.name() : name;
    }

    private Node from() {
        var account = model.send.account();
        var name = account.map(each -> shownName(each) + " · " + each.fromAddress()).orElse(ui.text("campaigns.send.no-account"));
        var room = account.filter(each -> each.perDay() > 0).map(each -> ui.text("campaigns.per-day", "n", each.perDay())).orElse("");
        return group(ui.text("campaigns.send.from"), row(Words.strong(name), Words.muted(room), to(Step.AUDIENCE)));
    }

    private Node when() {
        var at = model.schedule.at();
        var words = at == null ? ui.text("campaigns.schedule.now") : ui.formats().when(at);
        var help = Words.small(ui.text(at == null ? "campaigns.send.goes-on" : "campaigns.schedule.computer"));
        return group(ui.text("campaigns.send.when"), row(Words.strong(words), to(Step.SCHEDULE)), row(Words.wrapped(help)));
    }

    private Node to(Step step) {
        return Words.link(ui.text("campaigns.change"), () -> model.step.set(step));
    }

    private void act() {
        var campaign = model.campaign().get();
        int seconds = model.send.seconds.get();
        if (seconds > 0) {
            act.getChildren().setAll(countdown(seconds));
            return;
        }
        if (campaign != null && campaign.scheduledAt() != null) {
            act.getChildren().setAll(Icons.of(Feather.CLOCK, "scheduled"), Words.strong(ui.text("campaigns.planned-for", "time", ui.formats().when(campaign.scheduledAt()))),
                    Buttons.plain(ui.text("campaigns.unplan"), Feather.ROTATE_CCW, model.send::undo));
            return;
        }
        var at = model.schedule.at();
        var blocked = model.send.blocked();
        var button = Buttons.accent(at == null ? ui.text("campaigns.send.press", "n", model.send.people()) : ui.text("campaigns.send.plan", "time", ui.formats().when(at)),
                at == null ? Feather.SEND : Feather.CLOCK, this::press);
        button.setDisable(blocked.isPresent());
        act.getChildren().setAll(button);
        blocked.ifPresent(why -> act.getChildren().addAll(Icons.of(Feather.INFO, "small", "scheduled"), Words.of(ui.text(why), "scheduled-text"), mend(why.key())));
        if (blocked.isEmpty()) {
            act.getChildren().add(Words.small(ui.text("campaigns.send.undo-note")));
        }
    }

    private void press() {
        model.send.press();
    }

    private Node mend(String why) {
        return switch (why) {
            case "campaigns.send.unread" -> Words.link(ui.text("campaigns.send.read-them"), () -> {
                model.step.set(Step.CHECK);
                model.check.readNext();
            });
            case "campaigns.send.links" -> Words.link(ui.text("campaigns.check.go-on-without"), model.check.links::goOn);
            case "campaigns.send.stop", "campaigns.send.unchecked" -> Words.link(ui.text("campaigns.send.see-check"), () -> model.step.set(Step.CHECK));
            case "campaigns.send.no-content" -> Words.link(ui.text("campaigns.write-mail"), () -> ui.go(Place.content(model.campaign().get() == null ? 0 : model.campaign().get().id())));
            case "campaigns.send.no-list", "campaigns.send.no-account", "campaigns.send.nobody" -> Words.link(ui.text("campaigns.send.change-audience"), () -> model.step.set(Step.AUDIENCE));
            case "campaigns.schedule.past", "campaigns.schedule.unreadable" -> Words.link(ui.text("campaigns.change"), () -> model.step.set(Step.SCHEDULE));
            default -> new BorderPane();
        };
    }

    private Node countdown(int seconds) {
        var bar = new Bar(6, new Bar.Part((double) seconds / SendViewModel.GRACE.toSeconds(), "fill-accent"));
        Space.grow(bar);
        var band = Space.row(16, Icons.of(Feather.SEND, "accent"), Words.strong(ui.text("campaigns.send.starts-in", "n", seconds)), bar,
                Buttons.plain(ui.text("campaigns.send.undo"), Feather.ROTATE_CCW, model.send::undo));
        band.getStyleClass().addAll("group", "raised", "countdown");
        return Space.grow(band);
    }
}
