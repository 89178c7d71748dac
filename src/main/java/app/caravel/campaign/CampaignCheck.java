package app.caravel.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.MergeFields;
import app.caravel.content.Check;
import app.caravel.content.CheckFinding;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Rendered;
import app.caravel.content.Tracking;
import app.caravel.reason.Problem;

/** Looks at every mail of a campaign before it goes: puts all of them together and tells what is wanting. Sends and keeps nothing. */
public final class CampaignCheck {

    private final Contacts contacts;
    private final Recipients recipients;
    private final Tracked tracked;
    private final Clock clock;

    public CampaignCheck(Contacts contacts, Recipients recipients, Tracked tracked, Clock clock) {
        this.contacts = contacts;
        this.recipients = recipients;
        this.tracked = tracked;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param mails how many were put together
     * @param findings the gravest first
     * @param leftOut people of the audience who must not be written to
     * @param largest the largest HTML, in bytes
     * @param links how many links can be tracked
     */
    public record Checked(Instant at, int mails, List<CheckFinding> findings, List<Recipients.Recipient> leftOut, int largest, int links) {

        public Checked {
            findings = List.copyOf(findings);
            leftOut = List.copyOf(leftOut);
        }

        public long count(CheckFinding.Severity severity) {
            return findings.stream().filter(finding -> finding.severity() == severity).count();
        }
    }

    /**
     * Who gets it and who does not.
     *
     * @param people mails to go
     * @param leftOut people of the audience who must not be written to
     * @param sizes of the audience's parts
     */
    public record Counted(int people, List<Recipients.Recipient> leftOut, Recipients.Sizes sizes) {

        public Counted {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Counts the audience without looking at a mail. */
    public Counted audience(Campaign campaign) {
        var leftOut = new ArrayList<Recipients.Recipient>();
        int people = split(campaign, leftOut);
        return new Counted(people, leftOut, recipients.sizes(campaign.audience()));
    }

    private int split(Campaign campaign, List<Recipients.Recipient> leftOut) {
        int[] people = {0};
        recipients.forEach(campaign.audience(), person -> {
            if (person.suppressed() == null) {
                people[0]++;
            } else {
                leftOut.add(person);
            }
        });
        return people[0];
    }

    /** Puts all mails together. {@code done} is told after each; a cancelled check hands back what it found so far. */
    public Checked run(Campaign campaign, IntConsumer done, BooleanSupplier cancelled) {
        var leftOut = new ArrayList<Recipients.Recipient>();
        split(campaign, leftOut);
        try {
            var content = Compiler.compile(source(campaign));
            var check = new Check(content, tracking(), Set.copyOf(MergeFields.OWN));
            var not = new HashSet<>(leftOut.stream().map(Recipients.Recipient::contactId).toList());
            int[] mails = {0};
            contacts.forEach(recipients.filter(campaign.audience()), contact -> {
                if (!cancelled.getAsBoolean() && !not.contains(contact.id())) {
                    check.add(contact.address().canonical(), contact.mergeValues());
                    done.accept(++mails[0]);
                }
            });
            return new Checked(clock.instant(), mails[0], check.findings(), leftOut, check.largest(), content.links().size());
        } catch (Problem problem) {
            return new Checked(clock.instant(), 0, List.of(Check.unreadable(problem)), leftOut, 0, 0);
        }
    }

    /** One person's mail as it would be, links straight to their destinations. */
    public Rendered sample(Campaign campaign, Contact contact) {
        return Compiler.compile(source(campaign)).render(contact.mergeValues(), new Shown());
    }

    /** How a mail is put together that is only looked at: nothing tracked. */
    public Tracking untracked() {
        return new Shown();
    }

    private static ContentSource source(Campaign campaign) {
        return new ContentSource(campaign.subject(), campaign.html(), campaign.text());
    }

    private Tracking tracking() {
        return tracked.now().<Tracking>map(by -> new MailMaker.Signed(by, new byte[10])).orElse(new Shown());
    }

    /** A mail to look at: nothing is tracked, and the way to unsubscribe leads nowhere. */
    private static final class Shown implements Tracking {

        @Override
        public String click(int link, String destination) {
            return destination;
        }

        @Override
        public @org.jspecify.annotations.Nullable String pixel() {
            return null;
        }

        @Override
        public String unsubscribe() {
            return "#";
        }
    }
}
