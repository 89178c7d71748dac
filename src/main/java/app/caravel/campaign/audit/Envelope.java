package app.caravel.campaign.audit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.contact.EmailAddress;
import app.caravel.content.CheckFinding;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Markup;
import app.caravel.content.Mend;
import app.caravel.reason.Problem;

/** The sender as it stands in the header. */
public final class Envelope {

    /** RFC 5322 allows 998 octets a line; longer names than this are cut by every program. */
    public static final int LONGEST_NAME = 128;

    private Envelope() {}

    /** @param account null while none is chosen: nothing is said then */
    public static List<CheckFinding> findings(@Nullable Account account) {
        var findings = new ArrayList<CheckFinding>();
        if (account != null) {
            if (EmailAddress.parse(account.fromAddress()).isEmpty()) {
                findings.add(CheckFinding.aboutContent("from-unreadable", "address", account.fromAddress()).mendedBy(new Mend.Account()));
            }
            if (account.fromName().codePoints().anyMatch(Character::isISOControl)) {
                findings.add(CheckFinding.aboutContent("from-line-break").mendedBy(new Mend.Account()));
            }
            if (!isReadable(account.fromName())) {
                findings.add(CheckFinding.aboutContent("from-field-unreadable", "name", account.fromName()).mendedBy(new Mend.Account()));
            } else if (Markup.pieces(account.fromName()).stream().filter(piece -> !piece.isTag()).mapToInt(piece -> piece.text().length()).sum() > LONGEST_NAME) {
                findings.add(CheckFinding.aboutContent("from-too-long", "most", LONGEST_NAME).mendedBy(new Mend.Account()));
            }
        }
        return findings;
    }

    private static boolean isReadable(String name) {
        try {
            Compiler.compile(new ContentSource(name, "", "")).links();
            return true;
        } catch (Problem _) {
            return false;
        }
    }
}
