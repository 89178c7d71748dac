package app.caravel.desktop.accounts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

import app.caravel.account.health.DomainHealth;
import app.caravel.account.health.DomainReport;
import app.caravel.account.health.Rule;
import app.caravel.account.health.Signing;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;

/** How the domains of the accounts stand, and what can be done about it. */
final class DomainsModel {

    /** All that is known of one domain. */
    record Details(DomainReport report, List<Rule> rules, Optional<Signing.Key> signing) {}

    /** What was found, by domain; without an entry while nobody has looked. */
    final ObservableMap<String, DomainReport> reports = FXCollections.observableHashMap();
    final ObservableSet<String> looking = FXCollections.observableSet(new HashSet<>());
    /** Of the domain whose panel is open. */
    final Load<Details> details;

    private final ReadOnlyStringWrapper learnt = new ReadOnlyStringWrapper("");
    private final DomainHealth health;
    private final Background background;
    private final Set<String> asked = new HashSet<>();

    DomainsModel(DomainHealth health, Background background) {
        this.health = health;
        this.background = background;
        this.details = new Load<>(background);
    }

    /** The selector that a pasted header told last; empty before. */
    ReadOnlyStringProperty learnt() {
        return learnt.getReadOnlyProperty();
    }

    /** Shows what is kept of these domains, and looks once at those that nobody has looked at lately. */
    void show(Collection<String> domains) {
        domains.stream().filter(asked::add).forEach(domain -> background.run(() -> health.kept(domain), kept -> {
            kept.ifPresent(report -> reports.put(domain, report));
            if (kept.filter(report -> !health.isOld(report)).isEmpty()) {
                look(domain);
            }
        }));
    }

    void look(String domain) {
        if (looking.add(domain)) {
            background.run(() -> health.look(domain), report -> {
                looking.remove(domain);
                reports.put(domain, report);
                reload(domain);
            }, reason -> {
                looking.remove(domain);
                background.tell(reason);
            });
        }
    }

    /** Loads what the domain's panel shows. */
    void open(String domain) {
        learnt.set("");
        details.clear().from(() -> detailsOf(domain));
    }

    private void reload(String domain) {
        var shown = details.value();
        if (shown != null && shown.report().domain().equals(domain)) {
            details.from(() -> detailsOf(domain));
        }
    }

    private Details detailsOf(String domain) {
        var known = reports.get(domain);
        var report = known == null ? health.look(domain) : known;
        return new Details(report, health.rules(report), health.signing().of(domain));
    }

    /** Learns from the header of a mail that came from the domain, then looks again. */
    void learn(String domain, String header) {
        background.run(() -> health.learn(domain, header), seen -> {
            learnt.set(seen.selector());
            look(domain);
        });
    }

    void makeKey(String domain) {
        background.run(() -> health.signing().make(domain), _ -> reload(domain));
    }

    void sign(String domain, boolean on) {
        background.run(() -> {
            if (on) {
                var _ = health.switchSigningOn(domain);
            } else {
                health.signing().switchOff(domain);
            }
        }, () -> look(domain));
    }
}
