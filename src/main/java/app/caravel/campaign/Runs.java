package app.caravel.campaign;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.Paces;
import app.caravel.account.Rests;
import app.caravel.account.SignIns;
import app.caravel.account.SignatureTexts;
import app.caravel.campaign.invitation.Invitations;
import app.caravel.contact.Contacts;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.smtp.Signatures;
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
    private final Enclosures.Sources sources;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Signatures signatures;
    private final SignatureTexts signatureTexts;
    private final Contacts contacts;
    private final Tracked tracked;
    private final Schedules schedules;
    private final Spreads spreads;
    private final Manners manners;
    private final Lane.Parts lanes;
    private final Gates gates;
    private final Enrolment enrolment;
    private final HeldMails held;
    private final Plans plans;
    private final SendingDays days;
    private final SentCopies copies;
    private final Path locks;
    private final Clock clock;
    private final Map<Long, CampaignRun> running = new ConcurrentHashMap<>();
    private final java.util.Set<Long> started = ConcurrentHashMap.newKeySet();
    private final List<Thread> background = java.util.Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable ended = () -> {};
    private volatile boolean closing;

    /** What runs are built on. */
    public record Needs(Database database, Campaigns campaigns, Accounts accounts, Paces paces, Rests rests, SignIns signIns, Signatures signatures, SignatureTexts signatureTexts, Contacts contacts,
            Attachments attachments, EachFiles each, PictureStore pictures, Invitations invitations, Recipients recipients, Manners manners, Tracked tracked, SentCopies copies, SentByHand byHand, Path home, Clock clock) {}

    public Runs(Needs needs) {
        this.campaigns = needs.campaigns();
        this.messages = new MessageQueries(needs.database());
        this.ledger = new Ledger(needs.database(), needs.clock());
        this.contents = new ContentVersions(needs.database(), needs.clock());
        this.sources = new Enclosures.Sources(needs.attachments(), needs.each(), needs.pictures(), needs.invitations(), needs.clock());
        this.accounts = needs.accounts();
        this.signIns = needs.signIns();
        this.signatures = needs.signatures();
        this.signatureTexts = needs.signatureTexts();
        this.contacts = needs.contacts();
        this.tracked = needs.tracked();
        this.schedules = campaigns.schedules();
        this.spreads = campaigns.spreads();
        this.manners = needs.manners();
        this.lanes = new Lane.Parts(messages, ledger, needs.paces(), needs.rests(), needs.clock());
        this.gates = new Gates(accounts, needs.paces(), messages, needs.byHand(), needs.clock());
        var roll = new Roll(needs.recipients(), contacts, accounts, spreads, manners, needs.clock());
        this.enrolment = new Enrolment(roll, needs.recipients(), contacts, needs.each(), ledger, messages);
        this.held = new HeldMails(ledger, messages, manners, schedules, contacts, needs.clock());
        this.plans = new Plans(new ToGo.Sources(roll, messages, contacts, needs.clock()), new Underway(campaigns, messages, needs.rests(), this::how, needs.clock()),
                accounts, needs.paces(), needs.rests(), needs.byHand());
        this.days = new SendingDays(plans, messages, campaigns, needs.recipients(), contacts);
        this.copies = needs.copies();
        this.locks = needs.home().resolve("locks");
        this.clock = needs.clock();
    }

    /**
     * Sends a campaign, or goes on where it stopped; returns when every message is final, held or in doubt, or when it was
     * paused or cancelled.
     *
     * @param connections at once for each account, at least 1
     * @throws Problem where it cannot go on, or another run has it
     */
    public Progress send(Campaign named, int connections) {
        try (var _ = CampaignLock.take(locks, named.id()).orElseThrow(() -> Problem.of("campaign.runs-elsewhere", "name", named.name()))) {
            copies.follow();
            var campaign = campaigns.find(named.id()).orElseThrow();
            var how = how(campaign);
            how.spread().accounts().forEach(id -> signIn(account(campaign, id))); // a missing one is said before anybody is queued
            var versions = ByLanguage.of(campaign, contents::keep); // what does not parse stops here, before anybody is queued
            var enclosed = sources.of(campaign); // so does a file that is gone
            ledger.doubtWhatWasSending(campaign.id());
            if (campaign.startedAt() == null) {
                enrolment.enrol(campaign, how, accountsOf(campaign, how), enclosed);
            } else {
                held.release(campaign.id());
            }
            campaigns.store().move(campaign.id(), CampaignState.RUNNING, null, clock.instant(),
                    CampaignState.DRAFT, CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.FINISHED);
            var why = run(campaign, how, versions, enclosed, Math.max(1, connections));
            settle(campaign, why);
            if (why != null && messages.counts(campaign.id()).left() > 0) {
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

    private Roll.How how(Campaign campaign) {
        var spread = spreads.of(campaign);
        boolean loopback = spread.accounts().stream().allMatch(id -> account(campaign, id).isLoopback());
        return new Roll.How(spread, schedules.of(campaign.id()), schedules.workDays(), manners.keptBy(campaign.id(), loopback));
    }

    private Map<Long, Account> accountsOf(Campaign campaign, Roll.How how) {
        return how.spread().accounts().stream().collect(java.util.stream.Collectors.toMap(id -> id, id -> account(campaign, id)));
    }

    private @Nullable Reason run(Campaign campaign, Roll.How how, ByLanguage<ContentVersions.Version> versions, Enclosures enclosed, int connections) {
        var run = new CampaignRun(campaign, campaigns.store(), clock);
        running.put(campaign.id(), run);
        if (closing) {
            run.stop(); // it began while this was closed, which knew of no run to stop
        }
        var by = campaign.tracked() ? tracked.now().orElse(null) : null;
        takeOver(campaign, how);
        var works = new ArrayList<CampaignRun.Work>();
        for (long id : messages.accountsLeft(campaign.id())) {
            var account = account(campaign, id);
            var pace = lanes.paces().of(id);
            var lane = new Lane(campaign.id(), account, gates.gate(account), gates.breaker(account), lanes);
            var signature = signatures.of(account);
            var ending = signatureTexts.of(id);
            var made = versions.map((version, _) -> new Feeder.Made(new MailMaker(account, pace.replyTo(), version.content(), by, enclosed, clock).signedBy(signature).endingBy(ending), version.id()));
            var feeder = new Feeder(campaign.id(), lane, how, lanes, contacts, made, enclosed);
            var couriers = new ArrayList<Courier>();
            int lines = account.isLoopback() || pace.connections() <= 0 ? connections : Math.min(connections, pace.connections());
            for (int i = 0; i < lines; i++) {
                couriers.add(new Courier(lane, signIns, ledger, pace.perConnection(), clock));
            }
            works.add(new CampaignRun.Work(lane, feeder, couriers));
        }
        return run.send(works);
    }

    /** The mails of an account that was deleted go out by the campaign's first: else they would wait for ever. */
    private void takeOver(Campaign campaign, Roll.How how) {
        for (long id : messages.accountsLeft(campaign.id())) {
            if (accounts.find(id).isEmpty()) {
                ledger.moveTo(campaign.id(), id, how.spread().accounts().getFirst());
            }
        }
    }

    private void settle(Campaign campaign, @Nullable Reason why) {
        if (messages.counts(campaign.id()).left() == 0) {
            campaigns.store().move(campaign.id(), CampaignState.FINISHED, null, clock.instant(), CampaignState.RUNNING);
            return;
        }
        if (why != null) {
            pausedBy(campaign, why);
        }
    }

    private void pausedBy(Campaign campaign, Reason why) {
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

    private Account account(Campaign campaign, long id) {
        return accounts.find(id).orElseThrow(() -> Problem.of("campaign.no-account", "name", campaign.name()));
    }

    /** Sends in the background; progress is asked with {@link #progress}. A problem is kept with the campaign. */
    public void start(Campaign campaign) {
        if (closing || !started.add(campaign.id())) {
            return;
        }
        var thread = Thread.ofPlatform().daemon().name("run-" + campaign.id()).unstarted(() -> {
            try {
                send(campaign, CONNECTIONS);
            } catch (Problem problem) {
                if (!problem.reason().key().equals("campaign.runs-elsewhere")) {
                    pausedBy(campaign, problem.reason());
                }
            } catch (RuntimeException e) {
                System.getLogger(Runs.class.getName()).log(System.Logger.Level.ERROR, "a run failed", e);
                pausedBy(campaign, StoreProblems.isDiskFull(e) ? Reason.of("campaign.disk-full") : Reason.of("campaign.ledger"));
            } finally {
                started.remove(campaign.id());
            }
        });
        synchronized (background) { // one that closes meanwhile meets it started, or not at all
            if (closing) {
                started.remove(campaign.id());
                return;
            }
            background.add(thread);
            thread.start();
        }
    }

    /** After a start of the app: what was running goes on, what is due begins. Returns what was started. */
    public List<Campaign> startWhatIsDue() {
        copies.follow();
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
        for (var campaign : campaigns.inState(CampaignState.PAUSED)) {
            if (isRested(campaign) && isFree(campaign)) {
                started.add(campaign);
            }
        }
        for (long id : messages.campaignsWithHeldDue(clock.instant())) {
            var campaign = campaigns.find(id).orElseThrow();
            if (campaign.state() == CampaignState.FINISHED && isFree(campaign)) {
                started.add(campaign);
            }
        }
        started.forEach(this::start);
        return started;
    }

    /** Whether it stopped because accounts had to rest, and they have, or a person let them go on. */
    private boolean isRested(Campaign campaign) {
        var why = campaign.problem();
        if (why == null || !why.key().startsWith("breaker.")) {
            return false;
        }
        var now = clock.instant();
        return messages.accountsLeft(campaign.id()).stream().allMatch(id -> lanes.rests().of(id).map(rest -> rest.isOver(now)).orElse(true));
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

    /**
     * Queues those who joined the audience since it began. They leave with the run under way, or with the next start.
     *
     * @return how many, those who must not be written to included
     */
    public int addNew(Campaign named) {
        var campaign = campaigns.find(named.id()).orElseThrow();
        if (campaign.startedAt() == null || campaign.state() == CampaignState.CANCELLED) {
            throw Problem.of("campaign.not-running", "name", campaign.name());
        }
        var how = how(campaign);
        return enrolment.enrol(campaign, how, accountsOf(campaign, how), sources.of(campaign));
    }

    /** How many {@link #addNew} would add, those who must not be written to apart. */
    public int countNew(Campaign named) {
        return enrolment.countNew(campaigns.find(named.id()).orElseThrow());
    }

    /**
     * Queues failed mails again, because a person says so. They leave with the run under way, or with the next start.
     *
     * @return how many of them
     */
    public int sendAgain(Campaign campaign, java.util.Collection<Long> failed) {
        return ledger.sendAgain(held.slots(campaign.id(), failed));
    }

    /** Puts an account to rest, because a person says so, until a person lets it go on. */
    public void rest(Account account) {
        lanes.rests().begin(account.id(), new Rests.Rest(clock.instant(), null, Reason.of("breaker.by-hand", "address", account.fromAddress())));
    }

    /** Lets an account at rest go on; what stopped because of it goes on with it, where {@link DueRuns} looks for it. */
    public void letGoOn(Account account) {
        lanes.rests().end(account.id());
        gates.breaker(account).reset();
    }

    /** What goes when by which account: of a draft as it would be if it began now, of one that runs what is left. */
    public Plan plan(Campaign campaign) {
        return plan(campaign, schedules.of(campaign.id()));
    }

    /** The same under another schedule, which is not kept. */
    public Plan plan(Campaign named, Schedule schedule) {
        var campaign = campaigns.find(named.id()).orElseThrow();
        var how = how(campaign);
        return plans.of(campaign, new Roll.How(how.spread(), schedule, how.work(), how.manners()));
    }

    /** What goes out on which day, over all campaigns. */
    public SendingDays days() {
        return days;
    }

    /** Whom manners would keep back of a draft. */
    public HeldBack heldBack(Campaign named) {
        var campaign = campaigns.find(named.id()).orElseThrow();
        return plans.heldBack(campaign, how(campaign));
    }

    /** Mails that manners keep back. */
    public HeldMails held() {
        return held;
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
        closing = true;
        running.values().forEach(CampaignRun::stop);
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
