package app.caravel.desktop.accounts;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.health.Finding;
import app.caravel.account.health.Rule;
import app.caravel.account.health.Rule.Receiver;
import app.caravel.account.health.Signing;
import app.caravel.desktop.accounts.DomainsModel.Details;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** All that was found of a domain, what to tell the IT colleague, the rules of the large receivers, and signing. */
final class DomainPanel extends StackPane {

    private final Ui ui;
    private final DomainsModel model;
    private final String domain;

    DomainPanel(Ui ui, DomainsModel model, String domain) {
        this.ui = ui;
        this.model = model;
        this.domain = domain;
        model.open(domain);
        getChildren().add(new Faces<>(ui, model.details, this::panel));
    }

    private Node panel(Details details) {
        var report = details.report();
        var panel = new DetailsPanel(ui, null, java.net.IDN.toUnicode(domain), ui.text("domain.panel.looked", "ago", ui.formats().ago(report.at())));
        var again = Buttons.plain(ui.text("domain.panel.again"), Feather.REFRESH_CW, () -> model.look(domain));
        again.disableProperty().bind(javafx.beans.binding.Bindings.createBooleanBinding(() -> model.looking.contains(domain), model.looking));
        var acts = Space.row(8);
        if (!report.open().isEmpty()) {
            acts.getChildren().add(Buttons.plain(ui.text("domain.panel.for-it"), Feather.COPY, () -> DnsBox.copy(ui, new ItLetter(ui.texts()).of(report))));
        }
        acts.getChildren().add(again);
        panel.add(acts);
        report.findings().stream().sorted(Comparator.comparing(Finding::state).reversed()).forEach(finding -> panel.add(finding(finding)));
        return panel.section(ui.text("domain.panel.rules"), rules(details.rules()))
                .section(ui.text("domain.panel.signing"), details.signing().map(this::signing).orElseGet(this::noKey))
                .section(ui.text("domain.panel.learn"), learn());
    }

    private Node finding(Finding finding) {
        var words = Space.column(2, Words.strong(ui.text("domain.kind." + finding.kind().key())), Words.wrapped(Words.small(ui.text(finding.reason()))));
        if (finding.dns() != null) {
            words.getChildren().add(new DnsBox(ui, finding.dns()));
            words.setSpacing(6);
        }
        return marked(DomainRow.icon(finding.state()), DomainRow.meaning(finding.state()), words);
    }

    private static HBox marked(Feather icon, String meaning, VBox words) {
        words.setMinWidth(0);
        return new HBox(10, Icons.of(icon, meaning), Space.grow(words));
    }

    private Node rules(List<Rule> rules) {
        var all = Space.column(12, Words.wrapped(Words.small(ui.text("domain.panel.rules.help"))));
        rules.forEach(rule -> {
            var by = String.join(", ", rule.by().stream().map(Receiver::shown).toList());
            var words = Space.column(2, Words.wrapped(Words.body(ui.text("domain.rule." + rule.key()))));
            if (rule.why().key().startsWith("domain.rule.")) { // what was found stands above already
                words.getChildren().add(Words.wrapped(Words.small(ui.text(rule.why()))));
            }
            words.getChildren().add(Words.wrapped(Words.help(by)));
            all.getChildren().add(switch (rule.mark()) {
                case YES -> marked(Feather.CHECK, "person", words);
                case NO -> marked(Feather.X, "bounce", words);
                case UNKNOWN -> marked(Feather.HELP_CIRCLE, "subtle", words);
            });
        });
        for (var receiver : Receiver.values()) {
            all.getChildren().add(Words.wrapped(Words.help(ui.text("domain.panel.source", "receiver", receiver.shown(), "since", receiver.since(), "source", receiver.source()))));
        }
        return all;
    }

    private Node noKey() {
        return Space.column(12, Words.wrapped(Words.small(ui.text("domain.panel.signing.help"))),
                Buttons.plain(ui.text("domain.panel.make-key"), Feather.KEY, () -> model.makeKey(domain)));
    }

    private Node signing(Signing.Key key) {
        if (key.isOn()) {
            return Space.column(12, marked(Feather.CHECK, "person", Space.column(2, Words.wrapped(Words.small(ui.text("domain.panel.signing.on", "selector", key.selector()))))),
                    Buttons.plain(ui.text("domain.panel.switch-off"), null, () -> model.sign(domain, false)));
        }
        return Space.column(12, Words.wrapped(Words.small(ui.text("domain.panel.signing.enter"))), new DnsBox(ui, key.line()), new FlowPane(8, 8,
                Buttons.plain(ui.text("domain.panel.switch-on"), Feather.CHECK, () -> model.sign(domain, true)),
                Buttons.plain(ui.text("domain.panel.for-it"), Feather.COPY, () -> DnsBox.copy(ui, new ItLetter(ui.texts()).of(key)))));
    }

    private Node learn() {
        var header = new TextArea();
        header.setPromptText("DKIM-Signature: v=1; a=rsa-sha256; d=" + domain + "; s=…");
        header.setPrefRowCount(4);
        var button = Buttons.plain(ui.text("domain.panel.learn.do"), null, () -> model.learn(domain, header.getText()));
        button.disableProperty().bind(header.textProperty().isEmpty());
        var column = Space.column(12, Words.wrapped(Words.small(ui.text("domain.panel.learn.help"))), header, button);
        if (!model.learnt().get().isEmpty()) {
            column.getChildren().add(Words.wrapped(Words.small(ui.text("domain.panel.learnt", "selector", model.learnt().get()))));
        }
        return column;
    }
}
