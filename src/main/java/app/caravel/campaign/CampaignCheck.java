package app.caravel.campaign;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.SizeLimit;
import app.caravel.calendar.WorkDays;
import app.caravel.campaign.audit.Arrivals;
import app.caravel.campaign.audit.Enclosed;
import app.caravel.campaign.audit.Envelope;
import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.content.Check;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Mend;
import app.caravel.content.Rendered;
import app.caravel.content.Tracking;
import app.caravel.content.advice.Letter;
import app.caravel.content.audit.LinksSeen;
import app.caravel.content.pictures.DataPictures;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Looks at every mail of a campaign before it goes: puts all of them together and tells what is wanting. Sends and keeps nothing. */
public final class CampaignCheck {

    private final Contacts contacts;
    private final Recipients recipients;
    private final Accounts accounts;
    private final Senders senders;
    private final Attachments attachments;
    private final EachFiles each;
    private final PictureStore pictures;
    private final ProductCheck products;
    private final Tracked tracked;
    private final Supplier<Set<String>> unwanted;
    private final Supplier<WorkDays> workDays;
    private final UnaryOperator<HttpClient.Builder> web;
    private final Clock clock;

    /**
     * @param unwanted the ids of advice that nobody wants to hear
     * @param workDays on which days who works
     * @param web gives an HTTP client its way to the pages that links lead to
     */
    public CampaignCheck(Contacts contacts, Recipients recipients, Accounts accounts, Senders senders, Attachments attachments, EachFiles each, PictureStore pictures, ProductCheck products, Tracked tracked, Supplier<Set<String>> unwanted, Supplier<WorkDays> workDays, UnaryOperator<HttpClient.Builder> web, Clock clock) {
        this.contacts = contacts;
        this.recipients = recipients;
        this.accounts = accounts;
        this.senders = senders;
        this.attachments = attachments;
        this.each = each;
        this.pictures = pictures;
        this.products = products;
        this.tracked = tracked;
        this.unwanted = unwanted;
        this.workDays = workDays;
        this.web = web;
        this.clock = clock;
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

    /** Puts all mails together. {@code done} is told after each; a cancelled check hands back what it found so far. Asks for no page. */
    public Checked run(Campaign campaign, IntConsumer done, BooleanSupplier cancelled) {
        var leftOut = new ArrayList<Recipients.Recipient>();
        split(campaign, leftOut);
        var unreadable = Unsendable.unreadable(campaign);
        if (!unreadable.isEmpty()) {
            return unread(unreadable, leftOut);
        }
        try {
            var audit = new Audit(ByLanguage.of(campaign, content -> Compiler.compile(source(content)))
                    .map((content, language) -> new ContentAudit(content, language, tracking(), new Shown())), senders.toAll(campaign), workDays.get());
            var own = new OwnFiles(each.of(campaign.id()));
            var shownProducts = products.of(campaign);
            var not = new HashSet<>(leftOut.stream().map(Recipients.Recipient::contactId).toList());
            contacts.forEach(recipients.filter(campaign.audience()), contact -> {
                if (!cancelled.getAsBoolean() && !not.contains(contact.id())) {
                    audit.add(contact);
                    own.of(contact);
                    shownProducts.add(contact);
                    done.accept(audit.mails());
                }
            });
            var findings = new ArrayList<>(audit.findings());
            findings.addAll(Envelope.findings(account(campaign)));
            findings.addAll(Enclosed.findings(attachments.files(campaign.id()), shown(campaign), audit.largestMail() + own.largest(), limit(campaign)));
            findings.addAll(shownProducts.findings());
            findings.addAll(Enclosed.lacking(own.lacking(), own.example(), own.exampleFile()));
            findings.addAll(Enclosed.findings(DataPictures.in(campaign.contents().stream().map(Campaign::html).collect(Collectors.joining("\n")))));
            findings.addAll(Unsendable.empty(campaign));
            findings.addAll(suppressed(leftOut));
            var off = unwanted.get();
            findings.addAll(audit.advice(sender(campaign), off));
            var now = clock.instant();
            return new Checked(now, audit.mails(), campaign.variants().isEmpty() ? Map.of() : audit.languages(), findings, leftOut, audit.largest(), audit.links(), audit.references(), null, audit.some().longest(), audit.some().any(),
                    off.contains(Arrivals.ID) ? new Arrivals(WorkDays.BUILT_IN) : audit.arrivals()).leaving(campaign.scheduledAt() == null ? now : campaign.scheduledAt());
        } catch (Problem problem) {
            return unread(List.of(Check.unreadable(problem)), leftOut);
        }
    }

    private Checked unread(List<CheckFinding> why, List<Recipients.Recipient> leftOut) {
        return new Checked(clock.instant(), 0, Map.of(), why, leftOut, 0, 0, List.of(), null, List.of(), List.of(), new Arrivals(WorkDays.BUILT_IN));
    }

    /** The kept pictures that the mails show, and whether each is there. */
    private List<Enclosed.File> shown(Campaign campaign) {
        return campaign.contents().stream().flatMap(content -> PictureStore.in(content.html()).stream()).distinct().map(source -> pictures.find(source)
                .map(kept -> new Enclosed.File(source, kept.bytes(), true)).orElseGet(() -> new Enclosed.File(source, 0, false))).toList();
    }

    /**
     * What a campaign's mails carry and weigh, while it is written.
     *
     * @param whole bytes of the heaviest mail on the line, about
     * @param html bytes of its HTML as it is written
     * @param recipients how many get their own file, where there is one for each
     * @param lacking addresses of those who lack it
     * @param limit of the account that is to send it; null: not known
     * @param example the first of them, and the file that he lacks; empty where nobody lacks any
     */
    public record Luggage(long whole, int html, DataPictures within, int recipients, List<String> lacking, String example, String exampleFile, @Nullable SizeLimit limit) {}

    /** @throws Problem where a folder of files cannot be read */
    public Luggage luggage(Campaign campaign) {
        return luggage(campaign, each.of(campaign.id()));
    }

    /** The same with other patterns for the recipients' own files, to try them. */
    public Luggage luggage(Campaign campaign, List<EachFiles.Each> patterns) {
        var own = new OwnFiles(patterns);
        int recipientsOfOwn = own.isAny() ? forOwn(campaign, own) : 0;
        int html = campaign.html().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        long text = campaign.text() == null ? 0 : campaign.text().length();
        return new Luggage(Enclosed.weight(attachments.files(campaign.id()), shown(campaign), html + text + own.largest()), html, DataPictures.in(campaign.html()),
                recipientsOfOwn, own.lacking(), own.example(), own.exampleFile(), limit(campaign));
    }

    private int forOwn(Campaign campaign, OwnFiles own) {
        if (!campaign.audience().isChosen()) {
            return 0;
        }
        int[] people = {0};
        var not = new ArrayList<Recipients.Recipient>();
        split(campaign, not);
        var leftOut = new HashSet<>(not.stream().map(Recipients.Recipient::contactId).toList());
        contacts.forEach(recipients.filter(campaign.audience()), contact -> {
            if (!leftOut.contains(contact.id())) {
                own.of(contact);
                people[0]++;
            }
        });
        return people[0];
    }

    /** Asks for each page and picture that the mails lead to, once; takes up to a minute. {@code done} is told how many have answered. */
    public LinksSeen links(Checked checked, IntConsumer done, BooleanSupplier cancelled) {
        return checked.references().isEmpty() ? LinksSeen.NONE : LinksSeen.at(checked.references(), web, done, cancelled);
    }

    private @Nullable SizeLimit limit(Campaign campaign) {
        var account = account(campaign);
        return account == null ? null : accounts.sizeLimit(account).orElse(null);
    }

    private @Nullable Account account(Campaign campaign) {
        return campaign.accountId() == null ? null : accounts.find(campaign.accountId()).orElse(null);
    }

    /** Told, and left out by themselves. */
    private static List<CheckFinding> suppressed(List<Recipients.Recipient> leftOut) {
        var addresses = leftOut.stream().map(Recipients.Recipient::address).toList();
        return addresses.isEmpty() ? List.of() : List.of(new CheckFinding("suppressed", Severity.ADVICE, addresses.size(), addresses,
                Reason.of("audit.suppressed", "n", addresses.size()), null, null, new Mend.Nothing()));
    }

    /** The sender as readers see it; nobody while no account is chosen. */
    private Letter.Sender sender(Campaign campaign) {
        var account = account(campaign);
        return account == null ? new Letter.Sender("", "") : new Letter.Sender(new SenderName(account.fromName()).plain(), account.fromAddress());
    }

    /** How many people get a mail in each language that they have; the empty string: whose language is not known. The most first. */
    public Map<String, Integer> readers(Campaign campaign) {
        if (!campaign.audience().isChosen()) {
            return Map.of();
        }
        var leftOut = new ArrayList<Recipients.Recipient>();
        split(campaign, leftOut);
        var not = new HashSet<>(leftOut.stream().map(Recipients.Recipient::contactId).toList());
        var counts = new HashMap<String, Integer>();
        contacts.forEachRow(recipients.filter(campaign.audience()), row -> {
            if (!not.contains(row.id())) {
                counts.merge(Objects.requireNonNullElse(row.language(), ""), 1, Integer::sum);
            }
        });
        var ordered = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }

    /** One person's mail as it would be, in his language, by the account that writes to him, links straight to their destinations; what nobody in particular would get where there is no contact. */
    public Rendered sample(Campaign campaign, @Nullable Contact contact) {
        var written = contact == null ? campaign : campaign.forReader(contact.language());
        return Compiler.compile(source(written)).render(senders.values(campaign, contact), new Shown());
    }

    /** How a mail is put together that is only looked at: nothing tracked. */
    public Tracking untracked() {
        return new Shown();
    }

    static ContentSource source(Campaign campaign) {
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
        public @Nullable String pixel() {
            return null;
        }

        @Override
        public String unsubscribe() {
            return "#";
        }
    }
}
