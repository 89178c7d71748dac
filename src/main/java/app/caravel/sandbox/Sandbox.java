package app.caravel.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.contact.ContactList;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Progress;
import app.caravel.protocol.Payload;
import app.caravel.protocol.TokenKind;
import app.caravel.protocol.Tokens;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.tracker.TrackerConfig;
import app.caravel.tracker.TrackerServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/**
 * A workspace of its own in which nothing leaves this computer: real SMTP, IMAP and tracker on loopback, opened and closed
 * with it. Its time begins a day behind, so that the rehearsed day ends about now.
 */
public final class Sandbox implements AutoCloseable {

    /** How many buyers the sample list has. */
    public static final int SAMPLE = 300;

    /** The name of the list that they are in. */
    public static final String SAMPLE_LIST = "Sample buyers";

    private static final Duration BEHIND = Duration.ofHours(24);
    private static final String ACCOUNT = "anna";
    private static final Map<Workspace, Sandbox> OPEN = new ConcurrentHashMap<>();

    private final Workspace workspace;
    private final SandboxClock clock;
    private final IntSupplier anotherPort;
    private volatile @Nullable MailServer mailServer;
    private volatile @Nullable Reason mailProblem;
    private final TrackerServer tracker;
    private final CaughtMails caught;
    private final Readers readers;
    private final OwnLists ownLists;
    private final Customers customers;
    private final FirstSteps firstSteps;

    private Sandbox(Home home, IntSupplier anotherPort) {
        home.make();
        this.anotherPort = anotherPort;
        this.clock = new SandboxClock(Clock.systemUTC(), offset(home));
        this.workspace = Workspace.open(home, clock);
        var settings = workspace.settings();
        var headersKey = new byte[32];
        new SecureRandom().nextBytes(headersKey);
        this.tracker = startTracker(home.folder().resolve("tracker"), headersKey);
        this.caught = new CaughtMails(home.folder().resolve("caught"));
        this.readers = new Readers(headersKey, clock);
        this.ownLists = new OwnLists(workspace);
        this.customers = new Customers(this);
        this.firstSteps = new FirstSteps(workspace, ownLists);
        settings.put("sandbox.tracker-port", String.valueOf(tracker.port()));
        pair();
        startMailServer();
    }

    /** Starts the mail server; where it does not, {@link #mailProblem} says why, and everything else works. */
    private void startMailServer() {
        try {
            var server = MailServer.start(port("smtp"), port("imap"), anotherPort.getAsInt());
            mailServer = server;
            mailProblem = null;
            caught.from(server.server());
            workspace.settings().put("sandbox.smtp-port", String.valueOf(server.smtpPort()));
            workspace.settings().put("sandbox.imap-port", String.valueOf(server.imapPort()));
        } catch (Problem problem) {
            mailProblem = problem.reason();
        }
        keepAccount();
    }

    /** Why the mail server does not run; null where it does. */
    public @Nullable Reason mailProblem() {
        return mailProblem;
    }

    /** Tries to start the mail server at another port, where it does not run. */
    public synchronized void tryAnotherPort() {
        if (mailServer == null) {
            startMailServer();
        }
    }

    /** Opens the sandbox that lies in a home, made where it is missing. */
    public static Sandbox open(Home home) {
        return open(home, () -> 0);
    }

    /** @param anotherPort asked for the mail server's port where the one of last time is taken; 0: any that is free */
    public static Sandbox open(Home home, IntSupplier anotherPort) {
        var sandbox = new Sandbox(home, anotherPort);
        OPEN.put(sandbox.workspace, sandbox);
        return sandbox;
    }

    /** The sandbox that a workspace belongs to, where it is one. */
    public static Optional<Sandbox> of(Workspace workspace) {
        return Optional.ofNullable(OPEN.get(workspace));
    }

    /** Closes a workspace, and the sandbox around it where it belongs to one. */
    public static void close(Workspace workspace) {
        of(workspace).ifPresentOrElse(Sandbox::close, workspace::close);
    }

    private TrackerServer startTracker(Path data, byte[] headersKey) {
        var config = TrackerConfig.in(data).forSandbox(headersKey);
        try {
            return TrackerServer.start(config.listeningOn("127.0.0.1", port("tracker")));
        } catch (RuntimeException e) {
            return TrackerServer.start(config.listeningOn("127.0.0.1", 0)); // its old port is taken
        }
    }

    private int port(String of) {
        return workspace.settings().get("sandbox." + of + "-port").map(Integer::parseInt).orElse(0);
    }

    private static Duration offset(Home home) {
        return SandboxTime.read(home.folder()).orElse(BEHIND.negated());
    }

    private void pair() {
        var paired = workspace.tracked().now();
        if (paired.isPresent() && paired.get().baseUrl().equals(tracker.publicUrl())) {
            return;
        }
        tracker.workspaces().list().stream().filter(known -> known.revokedAt() == null)
                .forEach(known -> tracker.workspaces().delete(known.name()));
        workspace.evidence().trackers().pair(tracker.workspaces().add("sandbox", tracker.publicUrl()).write());
    }

    private void keepAccount() {
        var kept = workspace.accounts().find(ACCOUNT);
        var account = new Account(kept.map(Account::id).orElse(0L), ACCOUNT, "Anna Wang", "anna@lumitech.example", "127.0.0.1", Math.max(1, port("smtp")),
                Security.NONE, null, null, 0, 0, 0, null, null);
        workspace.accounts().tested(workspace.accounts().save(account).id(), null);
    }

    public Workspace workspace() {
        return workspace;
    }

    public Account account() {
        return workspace.accounts().find(ACCOUNT).orElseThrow();
    }

    public CaughtMails caught() {
        return caught;
    }

    public Readers readers() {
        return readers;
    }

    /** Who reads what was caught. */
    public Customers customers() {
        return customers;
    }

    /** Where a tracked link leads, as its token says; empty for any other address. */
    public Optional<String> destinationOf(String url) {
        return workspace.tracked().now().flatMap(by -> Tokens.decode(TokenKind.CLICK, url.substring(url.lastIndexOf('/') + 1),
                (number, key) -> number == by.workspace() && key == by.key().id() ? by.key() : null)).flatMap(payload -> Optional.ofNullable(payload.target())).map(Payload.Target::destination);
    }

    /** The lists of the person's own that were imported here. */
    public OwnLists ownLists() {
        return ownLists;
    }

    /** How far the way to the first report is. */
    public FirstSteps firstSteps() {
        return firstSteps;
    }

    public SandboxClock clock() {
        return clock;
    }

    public int smtpPort() {
        return port("smtp");
    }

    /** Puts the sample buyers and the ready campaigns in, where there is no list yet. */
    public void prepare() {
        if (workspace.lists().all().isEmpty()) {
            importSample(SAMPLE, SAMPLE_LIST);
            readyCampaigns(workspace.lists().get(SAMPLE_LIST));
        }
    }

    /** Imports a list of made-up buyers as a file would be imported, rejects and all. */
    public ImportResult importSample(int people, String listName) {
        var file = SampleBuyers.write(workspace.home().folder().resolve("sample_buyers.csv"), people);
        return workspace.importer().run(file, ImportOptions.NOTICED, listName, Progress.NONE);
    }

    /** The two campaigns that stand ready, as drafts to a list. */
    public List<Campaign> readyCampaigns(ContactList list) {
        return List.of(
                ready("LED panel 60x60, autumn offer", "{{ first_name | default: \"Hello\" }}, panel 60x60 is 8% lighter on the price", "autumn-offer.html", list),
                ready("Thank you for your visit in Guangzhou", "Your visit in hall 9.2 and {{ product_interest | default: \"our LED panels\" }}", "fair-thanks.html", list));
    }

    private Campaign ready(String name, String subject, String resource, ContactList list) {
        var draft = workspace.campaigns().createDraft(name);
        return workspace.campaigns().save(draft.withContent(subject, read(resource), null).withAudience(Audience.of(list)).withAccount(account().id()));
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(Sandbox.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        OPEN.remove(workspace);
        SandboxTime.keep(workspace.home().folder(), clock.offset());
        workspace.close();
        tracker.close();
        var server = mailServer;
        if (server != null) {
            server.close();
        }
    }
}
