package app.caravel.desktop.accounts;

import app.caravel.account.health.DnsLine;
import app.caravel.account.health.DomainReport;
import app.caravel.account.health.Signing;
import app.caravel.texts.Texts;

/** What to send to the colleague who can change the DNS: each thing in a sentence, and the line to enter exactly as it must stand. */
final class ItLetter {

    private final Texts texts;

    ItLetter(Texts texts) {
        this.texts = texts;
    }

    String of(DomainReport report) {
        var text = new StringBuilder(texts.get("domain.letter.begin", "domain", report.domain())).append("\n");
        int n = 0;
        for (var finding : report.open()) {
            text.append("\n").append(++n).append(". ").append(texts.get(finding.reason())).append("\n");
            if (finding.dns() != null) {
                text.append(line(finding.dns()));
            }
        }
        return text.toString();
    }

    String of(Signing.Key key) {
        return texts.get("domain.letter.key", "domain", key.domain()) + "\n\n" + line(key.line());
    }

    private String line(DnsLine line) {
        return "   " + texts.get("domain.panel.name") + ": " + line.name() + "\n   " + texts.get("domain.panel.type") + ": " + line.type() + "\n   "
                + texts.get("domain.panel.value") + ": " + line.value() + "\n   (" + line.written() + ")\n";
    }
}
