package app.caravel.desktop.accounts;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.health.DomainReport;
import app.caravel.account.health.Finding;
import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A domain above its accounts: SPF, DKIM and DMARC as chips, and the first thing to do. */
final class DomainRow extends HBox {

    private static final List<Kind> SHOWN = List.of(Kind.SPF, Kind.DKIM, Kind.DMARC);

    private final Ui ui;
    private final DomainsModel model;
    private final String domain;
    // kept here and nowhere else: a row that was built anew must not be held by its view model
    private final InvalidationListener listener = _ -> show();

    DomainRow(Ui ui, DomainsModel model, String domain) {
        super(12);
        this.ui = ui;
        this.model = model;
        this.domain = domain;
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        model.reports.addListener(new WeakInvalidationListener(listener));
        model.looking.addListener(new WeakInvalidationListener(listener));
        show();
    }

    private void show() {
        var report = model.reports.get(domain);
        boolean looking = model.looking.contains(domain);
        var words = Space.column(2, Words.heading(java.net.IDN.toUnicode(domain)), Words.wrapped(Words.small(sentence(report, looking))));
        words.setMinWidth(0);
        var chips = Space.row(6);
        SHOWN.forEach(kind -> chips.getChildren().add(chip(kind, report, looking)));
        chips.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(Space.grow(words), chips, Buttons.small(ui.text("domain.panel.open"), null, this::open));
    }

    private String sentence(@Nullable DomainReport report, boolean looking) {
        if (report == null) {
            return ui.text(looking ? "domain.panel.looking" : "domain.rule.not-looked");
        }
        return report.open().stream().findFirst().map(Finding::reason).map(ui::text).orElseGet(() -> ui.text("domain.panel.looked", "ago", ui.formats().ago(report.at())));
    }

    private Node chip(Kind kind, @Nullable DomainReport report, boolean looking) {
        var word = ui.text("domain.kind." + kind.key());
        if (report == null) {
            return new Chip(word, looking ? Feather.LOADER : Feather.HELP_CIRCLE);
        }
        return new Chip(word, icon(report.of(kind)), meaning(report.of(kind)));
    }

    private void open() {
        ui.details().show(new DomainPanel(ui, model, domain));
    }

    static Feather icon(State state) {
        return switch (state) {
            case GOOD -> Feather.CHECK;
            case NOTE -> Feather.INFO;
            case UNKNOWN -> Feather.HELP_CIRCLE;
            case WATCH -> Feather.ALERT_TRIANGLE;
            case BAD -> Feather.X;
        };
    }

    /** The style class of a state's colour. */
    static String meaning(State state) {
        return switch (state) {
            case GOOD -> "person";
            case NOTE, UNKNOWN -> "subtle";
            case WATCH -> "scheduled";
            case BAD -> "bounce";
        };
    }
}
