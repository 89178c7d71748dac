package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Account;
import app.caravel.account.Rests;
import app.caravel.campaign.CampaignCheck;
import app.caravel.campaign.HeldBack;
import app.caravel.campaign.Plan;
import app.caravel.campaign.SenderName;
import app.caravel.desktop.campaigns.DraftViewModel.Step;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.story.RestWords;

/** Of the send step: who gets it and who not, from which accounts, and on which days. */
final class SendGroups {

    private final DraftViewModel model;
    private final Ui ui;

    SendGroups(DraftViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
    }

    List<Node> all() {
        var seen = model.plan.now();
        return List.of(who(seen), from(seen), when(seen));
    }

    private Node who(PlanViewModel.@Nullable Seen seen) {
        var facts = model.audience.facts.value();
        var campaign = model.campaign().get();
        var choices = model.audience.choices.value();
        var names = campaign == null || choices == null ? List.<String>of()
                : campaign.audience().to().stream().map(part -> choices.now(part).orElse(part).name()).toList();
        var list = names.isEmpty() ? "–" : String.join(ui.text("campaigns.list-comma"), names);
        var rows = new ArrayList<Node>();
        rows.add(row(list, "", facts == null ? "" : people(facts.people()), to(Step.AUDIENCE)));
        if (facts != null && !facts.leftOut().isEmpty()) {
            rows.add(row(ui.text("campaigns.left-out.title"), leftOut(facts), people(facts.leftOut().size()), to(Step.AUDIENCE)));
        }
        if (facts != null) {
            int less = facts.sizes().not().stream().mapToInt(Integer::intValue).sum() + facts.sizes().without();
            if (less > 0) {
                rows.add(row(ui.text("campaigns.not-to"), "", people(less), to(Step.AUDIENCE)));
            }
        }
        if (seen != null && !seen.held().people().isEmpty()) {
            rows.add(held(seen.held()));
        }
        return StepPage.group(ui.text("campaigns.send.who"), rows.toArray(Node[]::new));
    }

    private String people(int n) {
        return ui.text("campaigns.people", "n", n);
    }

    private String leftOut(CampaignCheck.Counted facts) {
        return String.join(ui.text("campaigns.list-comma"), AudienceViewModel.byReason(facts.leftOut()).entrySet().stream()
                .map(each -> ui.text("sending.by-reason", "n", each.getValue(), "reason", ui.text("suppression.reason-" + each.getKey().replace('_', '-')))).toList());
    }

    private Node held(HeldBack held) {
        var why = HeldWords.why(held.people().stream().map(person -> person.hold().why()).toList(), ui);
        var see = Words.link(ui.text("sending.held.see"), () -> HeldBox.ofDraft(ui, held, model.plan).show());
        return row(ui.text(held.kept() ? "sending.held" : "sending.held.all-the-same"), why, people(held.people().size()), see);
    }

    private Node from(PlanViewModel.@Nullable Seen seen) {
        var rows = new ArrayList<Node>();
        if (seen == null) {
            var account = model.send.account();
            rows.add(row(account.map(SendGroups::shownName).orElse(ui.text("campaigns.send.no-account")), "",
                    account.filter(each -> each.perDay() > 0).map(each -> ui.text("campaigns.per-day", "n", each.perDay())).orElse(""), to(Step.AUDIENCE)));
        } else {
            seen.plan().parts().forEach(part -> {
                rows.add(row(shownName(part.account()), facts(part, seen), share(part, seen.plan()), to(Step.AUDIENCE)));
                var rest = part.rest();
                if (rest != null) {
                    rows.add(rest(part.account(), rest));
                }
                if (part.before() > 0) {
                    rows.add(StepPage.row(Words.wrapped(Words.small(PlanDays.beside(part, ui)))));
                }
            });
            if (seen.plan().parts().size() > 1) {
                rows.add(StepPage.row(Words.wrapped(Words.small(ui.text("sending.same-account")))));
            }
        }
        return StepPage.group(ui.text("campaigns.send.from"), rows.toArray(Node[]::new));
    }

    private static String shownName(Account account) {
        var name = new SenderName(account.fromName()).plain();
        return (name.isBlank() ? account.name() : name) + " · " + account.fromAddress();
    }

    private String share(Plan.Part part, Plan plan) {
        return plan.parts().size() < 2 || plan.messages() == 0 ? ui.text("kit.days.mails", "n", part.messages())
                : ui.text("sending.share", "n", part.messages(), "share", ui.formats().percent(part.messages(), plan.messages()));
    }

    /** Room left, where it is in its ramp, where answers go. */
    private String facts(Plan.Part part, PlanViewModel.Seen seen) {
        var facts = new ArrayList<String>();
        if (part.roomNow() >= 0) {
            int limit = seen.limits().getOrDefault(part.account().id(), 0);
            facts.add(limit > 0 ? ui.text("sending.room-of", "n", Math.min(part.roomNow(), limit), "limit", limit) : ui.text("sending.room", "n", part.roomNow()));
        }
        if (part.day() > 0) {
            facts.add(ui.text("sending.ramp", "day", part.day()));
        }
        var replyTo = seen.replyTo().get(part.account().id());
        if (replyTo != null) {
            facts.add(ui.text("sending.reply-to", "address", replyTo));
        }
        return String.join(" · ", facts);
    }

    private Node rest(Account account, Rests.Rest rest) {
        var why = Words.wrapped(Words.of(RestWords.sentence(ui, account, rest), "scheduled-text"));
        why.setMinWidth(0);
        why.setTooltip(new Tooltip(ui.text(rest.why())));
        var row = Space.row(12, Icons.of(Feather.PAUSE_CIRCLE, "scheduled"), Space.grow(why), Buttons.small(ui.text("sending.let-go-on"), null, () -> model.plan.letGoOn(account)));
        row.getStyleClass().add("step-row");
        return row;
    }

    private Node when(PlanViewModel.@Nullable Seen seen) {
        var at = model.schedule.at();
        boolean theirs = model.schedule.when.get() == ScheduleViewModel.When.THEIR_HOURS;
        var words = theirs ? ui.text("sending.theirs") : at == null ? ui.text("campaigns.schedule.now") : ui.formats().when(at);
        var group = StepPage.group(ui.text("campaigns.send.when"), row(words, "", "", to(Step.SCHEDULE)));
        if (seen != null && seen.plan().messages() > 0) {
            group.getChildren().add(new PlanDays(seen.plan(), model.schedule.schedule().get(), ui));
        }
        group.getChildren().add(Words.wrapped(Words.small(ui.text("sending.computer"))));
        return group;
    }

    private Node to(Step step) {
        return Words.link(ui.text("campaigns.change"), () -> model.step.set(step));
    }

    /** What, a second line below where there is something to say, a number and a way. */
    private static Node row(String what, String below, String number, Node way) {
        var words = new VBox(2, Words.strong(what));
        if (!below.isEmpty()) {
            words.getChildren().add(Words.wrapped(Words.small(below)));
        }
        words.setMinWidth(0);
        var count = Words.muted(number);
        count.setMinWidth(javafx.scene.control.Label.USE_PREF_SIZE);
        ((javafx.scene.layout.Region) way).setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        var row = Space.row(12, Space.grow(words), count, way);
        row.getStyleClass().add("step-row");
        return row;
    }
}
