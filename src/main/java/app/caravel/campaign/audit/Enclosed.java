package app.caravel.campaign.audit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.account.SizeLimit;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.Mend;
import app.caravel.content.pictures.DataPictures;

/** The files that go along and the pictures within the mail: whether they are there, and what the mail weighs with them. */
public final class Enclosed {

    /** Many servers refuse heavier mails: Gmail at 25 MB, Exchange's default is less; encoded files weigh a third more. */
    public static final long SERVERS_REFUSE_AT = 20_000_000;
    /** Heavier mails to many are held up by providers and cursed on phones. */
    public static final long HEAVY = 5_000_000;
    /** Base64 in lines of 76. */
    private static final double ENCODED = 78.0 / 57;

    private Enclosed() {}

    /**
     * A file or a picture of the campaign.
     *
     * @param size bytes as it was when it was added
     * @param there whether it can be read now
     */
    public record File(String name, long size, boolean there) {}

    /**
     * @param pictures those that the HTML shows from within the mail
     * @param largest bytes of the largest mail's HTML and text
     * @param limit of the account that sends; null: not known
     * @return a missing file stops: no mail can be made without it
     */
    public static List<CheckFinding> findings(List<File> files, List<File> pictures, long largest, @Nullable SizeLimit limit) {
        var findings = new ArrayList<CheckFinding>();
        for (var file : files) {
            if (!file.there()) {
                findings.add(CheckFinding.aboutContent("attachment-missing", "file", file.name()).as(Severity.STOP));
            }
        }
        if (pictures.stream().anyMatch(picture -> !picture.there())) {
            findings.add(CheckFinding.aboutContent("picture-missing").as(Severity.STOP));
        }
        long whole = weight(files, pictures, largest);
        if (limit != null && whole > limit.bytes()) {
            findings.add(CheckFinding.aboutContent("over-account-limit", "kilobytes", whole / 1000, "address", limit.address(), "limit", limit.bytes() / 1000));
        } else if (whole > SERVERS_REFUSE_AT) {
            findings.add(CheckFinding.aboutContent("mail-too-large", "kilobytes", whole / 1000));
        } else if (whole > HEAVY) {
            findings.add(CheckFinding.aboutContent("mail-heavy", "kilobytes", whole / 1000).as(Severity.ADVICE));
        }
        return findings;
    }

    /** Pictures in the HTML itself, where no mail program of rank shows them. */
    public static List<CheckFinding> findings(DataPictures within) {
        return within.count() == 0 ? List.of() : List.of(CheckFinding.aboutContent("picture-in-html", "pictures", within.count(), "kilobytes", Math.max(1, within.bytes() / 1000)));
    }

    /**
     * People for whom there is no file of their own.
     *
     * @param example the first of them, and the file that he lacks
     */
    public static List<CheckFinding> lacking(List<String> people, String example, String file) {
        return people.isEmpty() ? List.of()
                : List.of(CheckFinding.aboutPeople("own-file-missing", people, "name", example, "file", file).as(Severity.STOP).mendedBy(new Mend.Nothing()));
    }

    /** Bytes of the whole mail on the line, about. */
    public static long weight(List<File> files, List<File> pictures, long largest) {
        return (long) ((largest + files.stream().mapToLong(File::size).sum() + pictures.stream().mapToLong(File::size).sum()) * ENCODED);
    }
}
