package app.caravel.desktop.accounts;

import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.TextField;

import atlantafx.base.controls.ToggleSwitch;

import app.caravel.account.Account;
import app.caravel.account.Pace;
import app.caravel.account.Ramp;
import app.caravel.contact.EmailAddress;
import app.caravel.desktop.accounts.AccountsViewModel.Card;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** How an account is spared, as fields: its limits, random gaps, what its server taught, the ramp, and where answers go. */
final class PaceForm {

    private final Ui ui;
    private final Account account;
    private final Pace before;
    private final TextField perMinute;
    private final TextField perHour;
    private final TextField perDay;
    private final TextField perDomain;
    private final TextField connections;
    private final TextField perConnection;
    private final ToggleSwitch likeAPerson;
    private final ToggleSwitch grows;
    private final TextField replyTo;
    private final Field replyToField;
    private int learned;

    PaceForm(Ui ui, Card card) {
        this.ui = ui;
        this.account = card.account();
        this.before = card.pace();
        this.learned = before.learnedPerDay();
        perMinute = number(before.perMinute());
        perHour = number(account.perHour());
        perDay = number(account.perDay());
        perDomain = number(before.perDomainHour());
        connections = number(before.connections());
        perConnection = number(before.perConnection());
        likeAPerson = new ToggleSwitch(ui.text("accounts.like-a-person"));
        likeAPerson.setSelected(before.likeAPerson());
        grows = new ToggleSwitch(ui.text("accounts.ramp.on"));
        grows.setSelected(before.ramp().first() > 0);
        replyTo = new TextField(before.replyTo() == null ? "" : before.replyTo());
        replyTo.setPromptText(account.fromAddress());
        replyToField = new Field(ui.text("accounts.reply-to"), replyTo);
    }

    private static TextField number(int n) {
        return new TextField(String.valueOf(n));
    }

    Field replyTo() {
        return replyToField;
    }

    Node[] limits() {
        var nodes = new ArrayList<Node>();
        nodes.add(pair("minute", perMinute, "hour", perHour));
        nodes.add(pair("day", perDay, "domain", perDomain));
        nodes.add(pair("connections", connections, "per-connection", perConnection));
        nodes.add(Words.wrapped(Words.help(ui.text("accounts.limits.help"))));
        if (learned > 0) {
            nodes.add(taught());
        }
        nodes.add(likeAPerson);
        return nodes.toArray(Node[]::new);
    }

    private Node pair(String left, TextField first, String right, TextField second) {
        return AccountPanel.pair(new Field(ui.text("accounts.limit." + left), first), new Field(ui.text("accounts.limit." + right), second));
    }

    /** What its server said no to, and a way to forget it. */
    private Node taught() {
        var words = Words.wrapped(Words.of(ui.text("accounts.learned", "n", learned), "small", "scheduled-text"));
        words.setMinWidth(0);
        var row = Space.row(8, Space.grow(words));
        row.getChildren().add(Buttons.small(ui.text("accounts.forget"), null, () -> {
            learned = 0;
            row.getChildren().setAll(Words.help(ui.text("accounts.forgotten")));
        }));
        return row;
    }

    Node[] ramp() {
        var now = ui.clock().instant();
        var shown = before.ramp().first() > 0 ? before.ramp() : Ramp.USUAL;
        int limit = before.perDay(account);
        var chart = new RampChart(ui, shown, limit, now);
        chart.visibleProperty().bind(grows.selectedProperty());
        chart.managedProperty().bind(grows.selectedProperty());
        int days = Math.max(1, shown.daysTo(limit));
        var said = shown.isUnderWay(limit, now) ? ui.text("accounts.ramp.day", "day", shown.day(now) + 1, "of", days, "n", shown.within(limit, now)) : ui.text("accounts.ramp.grown");
        var sentence = Words.wrapped(Words.help(said));
        grows.selectedProperty().addListener((_, _, on) -> sentence.setText(on ? said : ui.text("accounts.ramp.off")));
        if (!grows.isSelected()) {
            sentence.setText(ui.text("accounts.ramp.off"));
        }
        return new Node[] {grows, chart, sentence};
    }

    /** Whether all can be kept; what cannot says so. */
    boolean check() {
        var written = replyTo.getText().strip();
        boolean good = written.isEmpty() || EmailAddress.parse(written).isPresent();
        replyToField.wrong(good ? null : ui.text("accounts.bad-reply-to"));
        return good;
    }

    int perHour() {
        return limit(perHour);
    }

    int perDay() {
        return limit(perDay);
    }

    Pace pace() {
        var ramp = !grows.isSelected() ? Ramp.NONE : before.ramp().first() > 0 ? before.ramp() : Ramp.USUAL;
        var answers = replyTo.getText().strip();
        return new Pace(limit(perMinute), limit(perDomain), limit(connections), limit(perConnection), likeAPerson.isSelected(), ramp, learned, answers.isEmpty() ? null : answers);
    }

    private static int limit(TextField field) {
        var written = field.getText().strip();
        return written.matches("\\d{1,7}") ? Integer.parseInt(written) : 0;
    }
}
