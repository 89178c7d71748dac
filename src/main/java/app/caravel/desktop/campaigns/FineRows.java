package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Checked;
import app.caravel.content.Check;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What was looked at and is well. */
final class FineRows {

    private final Checked checked;
    private final Ui ui;
    private final List<Node> rows = new ArrayList<>();

    private FineRows(Checked checked, Ui ui) {
        this.checked = checked;
        this.ui = ui;
    }

    static List<Node> of(Checked checked, Ui ui) {
        var fine = new FineRows(checked, ui);
        if (checked.findings().stream().noneMatch(finding -> finding.severity() == Severity.STOP && finding.kind().equals("unreadable"))) {
            fine.links();
            fine.people();
            fine.content();
        }
        return fine.rows;
    }

    private void links() {
        var seen = checked.seen();
        if (seen != null && seen.links().all() > 0 && seen.links().isAllFine()) {
            well(ui.text("campaigns.check.links-answer", "n", seen.links().all()),
                    seen.slowest() == null ? null : ui.text("campaigns.check.slowest", "what", seen.slowest(), "seconds", seen.took().toMillis() / 1000.0));
        }
        if (seen != null && seen.pictures().all() > 0 && seen.pictures().isAllFine()) {
            well(ui.text("campaigns.check.pictures-there", "n", seen.pictures().all()), null);
        }
    }

    private void people() {
        int out = checked.leftOut().size();
        well(ui.text("campaigns.check.suppressed"), out == 0 ? ui.text("campaigns.nobody-left-out") : ui.text("campaigns.check.taken-out", "n", out));
        if (!checked.languages().isEmpty()) {
            well(checked.languages().entrySet().stream().map(each -> ui.text("campaigns.check.language", "n", each.getValue(),
                    "language", each.getKey().isEmpty() ? ui.text("campaigns.check.language.rest") : Choices.language(ui, each.getKey()))).collect(Collectors.joining(" · ")), null);
        }
        if (without("unknown-field", "empty-field")) {
            well(ui.text("campaigns.check.fields"), null);
        }
        if (without("empty-salutation", "name-address", "name-digits", "name-placeholder", "name-broken", "name-company", "name-capitals", "name-lower-case")) {
            well(ui.text("campaigns.check.names-fine"), null);
        }
        if (without("twice", "many-at-company")) {
            well(ui.text("campaigns.check.once"), null);
        }
    }

    private void content() {
        if (checked.largest() <= Check.GMAIL_CUTS_AT && checked.largest() > 0) {
            well(ui.text("campaigns.check.size", "size", ui.formats().size(checked.largest())), null);
        }
        if (without("bad-destination") && checked.links() > 0) {
            well(ui.text("campaigns.check.links", "n", checked.links()), null);
        }
        if (without("no-unsubscribe")) {
            well(ui.text("campaigns.check.unsubscribe"), null);
        }
    }

    private boolean without(String... kinds) {
        return checked.findings().stream().noneMatch(finding -> Arrays.asList(kinds).contains(finding.kind()));
    }

    private void well(String what, @Nullable String help) {
        var said = Space.column(2, Words.wrapped(Words.body(what)));
        if (help != null) {
            said.getChildren().add(Words.wrapped(Words.small(help)));
        }
        said.setMinWidth(0);
        rows.add(Space.styled(new HBox(12, Icons.of(Feather.CHECK_CIRCLE, "person"), Space.grow(said)), "finding"));
    }
}
