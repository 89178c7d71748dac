package app.caravel.desktop.today;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Ui;
import app.caravel.evidence.ViewedEvent;
import app.caravel.report.CallList.Sign;

/** Somebody's signs in sentences: what he clicked, how often he opened, and how sure that is. */
final class Signs {

    private Signs() {}

    /** A sentence, its icon, and whether it is sure. */
    record Said(Feather icon, String iconClass, String sentence, boolean sure) {}

    /** The strongest first; at most one about clicks and one about openings. */
    static List<Said> said(Ui ui, List<Sign> signs) {
        var said = new ArrayList<Said>();
        var clicks = signs.stream().filter(Sign::click).toList();
        var opens = signs.stream().filter(sign -> !sign.click()).toList();
        if (!clicks.isEmpty()) {
            boolean sure = clicks.stream().anyMatch(Sign::sure);
            said.add(new Said(Feather.MOUSE_POINTER, sure ? "person" : "likely", clicked(ui, clicks), sure));
        }
        if (!opens.isEmpty()) {
            boolean sure = opens.stream().anyMatch(Sign::sure);
            said.add(new Said(Feather.EYE, sure ? "person" : "likely", opened(ui, opens), sure));
        }
        return said;
    }

    private static String clicked(Ui ui, List<Sign> clicks) {
        var links = clicks.reversed().stream().map(Sign::link).filter(Objects::nonNull).distinct().toList();
        return switch (links.size()) {
            case 0 -> ui.text("today.sign.clicked-something", "when", ui.formats().ago(clicks.getFirst().at()));
            case 1 -> ui.text("today.sign.clicked-one", "link", links.getFirst(), "when", ui.formats().ago(clicks.getFirst().at()));
            case 2 -> ui.text("today.sign.clicked-two", "first", links.getFirst(), "second", links.getLast());
            default -> ui.text("today.sign.clicked-more", "first", links.getFirst(), "n", links.size() - 1);
        };
    }

    private static String opened(Ui ui, List<Sign> opens) {
        var visits = visits(opens);
        var formats = ui.formats();
        return switch (visits.size()) {
            case 1 -> ui.text("today.sign.opened-once", "when", formats.ago(visits.getFirst()));
            case 2 -> ui.text("today.sign.opened-twice", "first", formats.when(visits.getLast()), "second", formats.when(visits.getFirst()));
            default -> ui.text("today.sign.opened-often", "n", visits.size(), "when", formats.ago(visits.getFirst()));
        };
    }

    /** The beginnings of visits, newest first; the openings come newest first too. */
    static List<Instant> visits(List<Sign> opens) {
        var visits = new ArrayList<Instant>();
        for (var open : opens.reversed()) {
            if (visits.isEmpty() || Duration.between(visits.getLast(), open.at()).compareTo(ViewedEvent.ONE_VISIT) > 0) {
                visits.add(open.at());
            }
        }
        return visits.reversed();
    }
}
