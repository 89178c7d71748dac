package app.caravel.campaign;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.SignIns;
import app.caravel.campaign.invitation.Invitations;
import app.caravel.contact.Contacts;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.StoreProblems;

/**
 * Sending campaigns: start, go on, pause, cancel, decide what is in doubt. What is said here reaches a run in another
 * process too: runs ask the database. One run a campaign, on all of this computer.
 */
public final class Runs implements AutoCloseable {

    /** Connections of one account at once, where nothing else is asked. */
    public static final int CONNECTIONS = 4;

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(60);

    private final Campaigns campaigns;
    private final MessageQueries messages;
    private final Ledger ledger;
    private final ContentVersions contents;
    private final EachFiles each;
    private final Enclosures.Sources sources;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Contacts contacts;
    private final Recipients recipients;
    private final Tracked tracked;
    private final Path locks;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<Long, CampaignRun> running = new ConcurrentHashMap<>();
    private final java.util.Set<Long> started = ConcurrentHashMap.newKeySet();
    private final List<Thread> background = java.util.Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable ended = () -> {};

    /** What runs are built on. */
    public record Needs(Database database, Campaigns campaigns, Accounts accounts, SignIns signIns, Contacts contacts,
            Attachments attachments, EachFiles each, PictureStore pictures, Invitations invitations, Recipients recipients, Tracked tracked, Path home, Clock clock) {}

    public Runs(Needs needs) {
        this.campaigns = needs.campaigns();
        this.messages = new MessageQueries(needs.database());
        this.ledger = new Ledger(needs.database(), needs.clock());
        this.contents = new ContentVersions(needs.database(), needs.clock());
        this.each = needs.each();
        this.sources = new Enclosures.Sources(needs.attachments(), needs.each(), needs.pictures(), needs.invitations(), needs.clock());
        this.accounts = needs.accounts();
        this.signIns = needs.signIns();
        this.contacts = needs.contacts();
        this.recipients = needs.recipients();
        this.tracked = needs.tracked();
        this.locks = needs.home().resolve("locks");
        this.clock = needs.clock();
    }

    /**
     * Sends a campaign, or goes on where it stopped; returns when every message is final or in doubt, or when it was paused
     * or cancelled.
     *
     * @param connections at once, at least 1
     * @throws Problem where it cannot go on, or another run has it
     */
    public Progress send(Campaign named, int connections) {
        try (var _ = CampaignLock.take(locks, named.id()).orElseThrow(() -> Problem.of("campaign.runs-elsewhere", "name", named.name()))) {
            var campaign = campaigns.find(named.id()).orElseThrow();
            var account = account(campaign);
            signIn(account); // a missing one is said before anybody is queued
            var versions = ByLanguage.of(campaign, contents::keep); // what does not parse stops here, before anybody is queued
            var enclosed = sources.of(campaign); // so does a file that is gone
            ledger.doubtWhatWasSending(campaign.id());
            if (campaign.startedAt() == null) {
                queue(campaign, account, enclosed);
            }
            campaigns.store().move(campaign.id(), CampaignState.RUNNING, null, clock.instant(),
                    CampaignState.DRAFT, CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.FINISHED);
            var why = run(campaign, account, versions, enclosed, Math.max(1, connections));
            settle(campaign, why);
            if (why != null) {
                throw new Problem(why);
            }
            return progress(campaign.id());
        } finally {
            running.remove(named.id());
            ended.run();
        }
    }

    /** What is called whenever a run has ended, before {@link #send} returns or throws. It must not throw. */
    public void whenEnded(Runnable told) {
        ended = told;
    }

    private @Nullable Reason run(Campaign campaign, Account account, ByLanguage<ContentVersions.Version> versions, Enclosures enclosed, int connections) {
        var run = new CampaignRun(campaign, new CampaignRun.RunParts(campaigns.store(), messages, ledger, clock));
        running.put(campaign.id(), run);
        var by = campaign.tracked() ? tracked.now().orElse(null) : null;
        var made = versions.map((version, _) -> new Feeder.Made(new MailMaker(account, version.content(), by, enclosed, clock), version.id()));
        var feeder = new Feeder(campaign.id(), messages, contacts, made, enclosed, run.desk());
        var pacer = new Pacer(account.perHour(), account.perDay(), messages.sentSince(account.id(), clock.instant().minus(Duration.ofHours(24))), clock);
        var couriers = new ArrayList<Courier>();
        for (int i = 0; i < connections; i++) {
            couriers.add(new Courier(account, signIns, run.desk(), ledger, pacer, clock));
        }
        return run.send(feeder, couriers);
    }

    private void settle(Campaign campaign, @Nullable Reason why) {
        if (why == null) {
            if (messages.counts(campaign.id()).left() == 0) {
                campaigns.store().move(campaign.id(), CampaignState.FINISHED, null, clock.instant(), CampaignState.RUNNING);
            }
            return;
        }
        try {
            campaigns.store().move(campaign.id(), CampaignState.PAUSED, why, clock.instant(), CampaignState.RUNNING, CampaignState.SCHEDULED);
        } catch (RuntimeException e) {
            // a full disk takes not even this; why it stopped is what the person has to hear
            System.getLogger(Runs.class.getName()).log(System.Logger.Level.WARNING, "a paused campaign could not be marked so", e);
        }
    }

    private void signIn(Account account) {
        if (!signIns.isKept(account)) {
            throw Problem.of("campaign.no-password", "address", account.fromAddress());
        }
    }

    private Account account(Campaign campaign) {
        if (campaign.accountId() == null) {
            throw Problem.of("campaign.no-account", "name", campaign.name());
        }
        return accounts.find(campaign.accountId()).orElseThrow(() -> Problem.of("campaign.no-account", "name", campaign.name()));
    }

    private void queue(Campaign campaign, Account account, Enclosures enclosed) {
        if (!campaign.audience().isChosen()) {
            throw Problem.of("campaign.no-list", "name", campaign.name());
        }
        var people = new ArrayList<Ledger.NewMessage>();
        var domain = account.fromAddress().substring(account.fromAddress().lastIndexOf('@') + 1);
        var own = ownFiles(campaign);
        recipients.forEach(campaign.audience(), person -> {
            var id = new byte[10];
            random.nextBytes(id);
            people.add(new Ledger.NewMessage(person, id, "<" + HexFormat.of().formatHex(id) + "@" + domain + ">",
                    person.suppressed() == null ? enclosed.keep(own.getOrDefault(person.contactId(), List.of())) : List.of()));
        });
        if (people.stream().allMatch(person -> person.to().suppressed() != null)) {
            throw Problem.of(people.isEmpty() ? "campaign.nobody" : "campaign.all-suppressed", "name", campaign.name(), "n", people.size());
        }
        ledger.queue(campaign.id(), account.id(), people);
    }

    /**
     * The files that single recipients get, by contact.
     *
     * @throws Problem where somebody lacks his: nobody is queued then
     */
    private Map<Long, List<Path>> ownFiles(Campaign campaign) {
        var files = new OwnFiles(each.of(campaign.id()));
        var byContact = new HashMap<Long, List<Path>>();
        if (files.isAny()) {
            var written = new ArrayList<Long>();
            recipients.forEach(campaign.audience(), person -> {
                if (person.suppressed() == null) {
                    written.add(person.contactId());
                }
            });
            contacts.forEach(written, contact -> byContact.put(contact.id(), files.of(contact)));
        }
        if (!files.lacking().isEmpty()) {
            throw Problem.of("files.lacking", "n", files.lacking().size(), "name", files.example(), "file", files.exampleFile());
        }
        return byContact;
    }

    /** Sends in the background; progress is asked with {@link #progress}. A problem is kept with the campaign. */
    public void start(Campaign campaign) {
        if (!started.add(campaign.id())) {
            return;
        }
        var thread = Thread.ofPlatform().daemon().name("run-" + campaign.id()).unstarted(() -> {
            try {
                send(campaign, CONNECTIONS);
            } catch (Problem problem) {
                if (!problem.reason().key().equals("campaign.runs-elsewhere")) {
                    settle(campaign, problem.reason());
                }
            } catch (RuntimeException e) {
                System.getLogger(Runs.class.getName()).log(System.Logger.Level.ERROR, "a run failed", e);
                settle(campaign, StoreProblems.isDiskFull(e) ? Reason.of("campaign.disk-full") : Reason.of("campaign.ledger"));
            } finally {
                started.remove(campaign.id());
            }
        });
        background.add(thread);
        thread.start();
    }

    /** After a start of the app: what was running goes on, what is due begins. Returns what was started. */
    public List<Campaign> startWhatIsDue() {
        var started = new ArrayList<Campaign>();
        for (var campaign : campaigns.inState(CampaignState.RUNNING)) {
            if (!running.containsKey(campaign.id()) && isFree(campaign)) {
                started.add(campaign);
            }
        }
        for (var campaign : campaigns.inState(CampaignState.SCHEDULED)) {
            var at = campaign.scheduledAt();
            if (at != null && !at.isAfter(clock.instant()) && isFree(campaign)) {
                started.add(campaign);
            }
        }
        started.forEach(this::start);
        return started;
    }

    private boolean isFree(Campaign campaign) {
        var lock = CampaignLock.take(locks, campaign.id());
        lock.ifPresent(CampaignLock::close);
        return lock.isPresent();
    }

    /** Lets what is under way end and sends no more, until it is started again. */
    public void pause(Campaign campaign) {
        if (!campaigns.store().move(campaign.id(), CampaignState.PAUSED, null, clock.instant(), CampaignState.RUNNING)) {
            throw Problem.of("campaign.not-running", "name", campaign.name());
        }
    }

    /** Ends it for good: what has not gone will not go. */
    public void cancel(Campaign campaign) {
        var moved = campaigns.store().move(campaign.id(), CampaignState.CANCELLED, null, clock.instant(),
                CampaignState.DRAFT, CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED);
        if (!moved) {
            throw Problem.of("campaign.not-running", "name", campaign.name());
        }
        ledger.cancel(campaign.id());
    }

    /** A person's decision on a message in doubt. False where it was decided already. "Send again" needs another start. */
    public boolean decide(Message message, Ledger.Decision decision) {
        return ledger.decide(message.id(), decision);
    }

    public Progress progress(long campaignId) {
        var campaign = campaigns.find(campaignId).orElseThrow();
        var counts = messages.counts(campaignId);
        var run = Optional.ofNullable(running.get(campaignId));
        int perHour = run.map(r -> r.rate().perHour(counts.taken())).orElse(0);
        var left = perHour == 0 ? null : Duration.ofSeconds(counts.left() * 3600L / perHour);
        return new Progress(campaign, counts, run.isPresent() || campaign.state() == CampaignState.RUNNING, perHour, left, campaign.problem());
    }

    /** Whether mail leaves from this process. */
    public boolean isSending() {
        return !running.isEmpty();
    }

    public MessageQueries messages() {
        return messages;
    }

    /** Lets what is under way end, then returns; what is left goes on at the next start. */
    @Override
    public void close() {
        running.values().forEach(run -> run.desk().stop());
        for (var thread : List.copyOf(background)) {
            try {
                thread.join(CLOSE_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
