package app.caravel.desktop.campaigns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.RunFacts;
import app.caravel.desktop.campaigns.RunViewModel.Run;
import app.caravel.desktop.campaigns.RunViewModel.Sender;
import app.caravel.desktop.campaigns.RunViewModel.Tab;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.dns.MailHost;
import app.caravel.dns.MailHosts;

/** A run from the side of its accounts, of the recipients' providers, or of what servers refused: rows of 56, one below the other. */
final class RunParts extends ScrollPane {

    private static final int WORD = 168;
    private static final int ACT = 112;

    private final RunViewModel model;
    private final Ui ui;
    private final VBox rows = new VBox();
    private final InvalidationListener changed = _ -> show();

    RunParts(RunViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        rows.getStyleClass().addAll("group", "run-rows");
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        model.run().addListener(new WeakInvalidationListener(changed));
        model.tab.addListener(new WeakInvalidationListener(changed));
        show();
    }

    private void show() {
        var run = model.run().get();
        var tab = model.tab.get();
        if (run == null || tab == Tab.PEOPLE) {
            return;
        }
        var all = switch (tab) {
            case ACCOUNTS -> run.senders().stream().map(this::account).toList();
            case PROVIDERS -> run.providers().stream().map(this::provider).toList();
            default -> refusals(run);
        };
        rows.getChildren().clear();
        for (var row : all) {
            if (!rows.getChildren().isEmpty()) {
                rows.getChildren().add(Space.line());
            }
            rows.getChildren().add(row);
        }
    }

    private HBox account(Sender sender) {
        var rest = sender.rest();
        boolean left = sender.did().waiting() > 0;
        var meaning = rest == null ? left ? "accent" : "subtle" : rest.isPassing() ? "scheduled" : "bounce";
        var said = Words.of(state(sender), "small", rest == null ? "muted" : meaning + "-text");
        said.setTooltip(new Tooltip(rest == null ? said.getText() : ui.text(rest.why())));
        said.setMinWidth(0);
        var words = Space.column(2, Words.strong(sender.account().fromAddress()), said);
        words.setMinWidth(0);
        var icon = Icons.of(rest == null ? left ? Feather.SEND : Feather.CHECK : rest.isByHand() ? Feather.PAUSE_CIRCLE : rest.until() == null ? Feather.ALERT_CIRCLE : Feather.CLOCK, meaning);
        var row = row(icon, words,
                two(ui.text("campaigns.run.sent-of", "n", sender.did().sent(), "m", sender.did().sent() + sender.did().waiting()),
                        sender.did().perHour() > 0 ? ui.formats().perHour(sender.did().perHour()) : ""),
                two(PlanPanel.room(sender, ui), sender.part() == null || sender.part().roomNow() < 0 ? "" : ui.text("campaigns.run.room.help")));
        var act = Space.width(new HBox(), ACT);
        act.setAlignment(Pos.CENTER_RIGHT);
        if (rest != null) {
            act.getChildren().add(Buttons.small(ui.text("campaigns.run.go-on"), null, () -> model.letGoOn(sender.account())));
        } else if (left) {
            act.getChildren().add(Buttons.small(ui.text("campaigns.run.pause-this"), null, () -> model.rest(sender.account())));
        }
        row.getChildren().add(act);
        return row;
    }

    private String state(Sender sender) {
        var why = PlanPanel.why(sender, ui);
        return sender.rest() != null || sender.goesOn() == null ? why : ui.text("campaigns.run.goes-on", "why", why, "when", ui.formats().when(sender.goesOn()));
    }

    private HBox provider(RunFacts.OfProvider each) {
        var host = each.host() == null ? Optional.<MailHost>empty() : MailHosts.named(each.host());
        var name = host.map(MailHost::name).orElse(each.domain());
        boolean deferred = each.deferred() > 0;
        int waiting = each.all() - each.sent();
        var second = deferred ? ui.text(each.until() == null ? "campaigns.run.deferred" : "campaigns.run.deferred-until", "n", each.deferred(),
                "when", each.until() == null ? "" : ui.formats().when(each.until())) : waiting > 0 ? ui.text("campaigns.run.left", "n", waiting) : ui.text("campaigns.run.nothing-left");
        var words = Space.column(2, Words.strong(name), Words.of(second, "small", deferred ? "scheduled-text" : "muted"));
        words.setMinWidth(0);
        var bar = Space.width(new Bar(4, new Bar.Part(each.all() == 0 ? 0 : (double) each.sent() / each.all(), "fill-accent")), WORD);
        var of = Space.width(Words.body(ui.text("campaigns.of", "n", each.sent(), "m", each.all())), WORD);
        of.setAlignment(Pos.CENTER_RIGHT);
        var row = row(Icons.of(host.filter(MailHost::gateway).isPresent() ? Feather.SHIELD : Feather.MAIL, deferred ? "scheduled" : "subtle"), words, bar);
        row.getChildren().add(of);
        return row;
    }

    private List<? extends Node> refusals(Run run) {
        if (run.refusals().isEmpty()) {
            return List.of(row(Icons.of(Feather.CHECK, "person"), Space.column(2, Words.strong(ui.text("campaigns.run.no-refusals")), Words.small(ui.text("campaigns.run.no-refusals.help")))));
        }
        return run.refusals().stream().map(this::refusal).toList();
    }

    private HBox refusal(RunFacts.Refusal each) {
        var said = Words.wrapped(Words.strong(ui.text(each.means())));
        said.setMinWidth(0);
        var server = Words.help(each.words().isEmpty() ? each.recipient() : each.words().getFirst());
        server.setMinWidth(0);
        var words = Space.column(2, said, server);
        words.setMinWidth(0);
        if (!each.words().isEmpty()) {
            var hover = new Tooltip(ui.text("campaigns.run.server-said", "address", each.recipient()) + "\n" + String.join("\n", each.words()));
            hover.setWrapText(true);
            hover.setMaxWidth(480);
            Tooltip.install(words, hover);
        }
        return row(Icons.of(each.putOff() ? Feather.CLOCK : Feather.X_CIRCLE, each.putOff() ? "scheduled" : "bounce"), words,
                two(ui.text(each.putOff() ? "campaigns.run.put-off" : "campaigns.run.refused", "n", each.mails()), ui.formats().ago(each.last())));
    }

    private static VBox two(String first, String second) {
        var column = Space.width(Space.column(2, Words.body(first)), WORD);
        column.setAlignment(Pos.CENTER_LEFT);
        if (!second.isEmpty()) {
            column.getChildren().add(Words.small(second));
        }
        return column;
    }

    private static HBox row(Node icon, VBox words, Node... rest) {
        words.setAlignment(Pos.CENTER_LEFT);
        var row = Space.row(12, icon, Space.grow(words));
        row.getChildren().addAll(rest);
        row.getStyleClass().add("run-row");
        return row;
    }

    static String word(Tab tab, Ui ui) {
        return ui.text("campaigns.run.tab." + tab.name().toLowerCase(Locale.ROOT));
    }
}
