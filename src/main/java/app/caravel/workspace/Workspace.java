package app.caravel.workspace;

import java.time.Clock;

import app.caravel.account.Accounts;
import app.caravel.account.BrowserSignIns;
import app.caravel.account.KeptSecrets;
import app.caravel.account.Paces;
import app.caravel.account.ProviderSearch;
import app.caravel.account.Providers;
import app.caravel.account.Rests;
import app.caravel.account.Routes;
import app.caravel.account.Secrets;
import app.caravel.account.SignInMethods;
import app.caravel.account.SignIns;
import app.caravel.account.SignatureTexts;
import app.caravel.account.health.DomainHealth;
import app.caravel.account.health.Signing;
import app.caravel.account.route.Terms;
import app.caravel.account.route.Web;
import app.caravel.audience.Audiences;
import app.caravel.audience.ListHealth;
import app.caravel.audience.ListWork;
import app.caravel.audience.Segments;
import app.caravel.campaign.Attachments;
import app.caravel.campaign.CampaignCheck;
import app.caravel.campaign.Campaigns;
import app.caravel.campaign.ContentVersions;
import app.caravel.campaign.CopyMails;
import app.caravel.campaign.EachFiles;
import app.caravel.campaign.Manners;
import app.caravel.campaign.MessageOwners;
import app.caravel.campaign.MessageQueries;
import app.caravel.campaign.ProductCheck;
import app.caravel.campaign.Recipients;
import app.caravel.campaign.RunFacts;
import app.caravel.campaign.Runs;
import app.caravel.campaign.Senders;
import app.caravel.campaign.SentMails;
import app.caravel.campaign.TestMails;
import app.caravel.campaign.Tracked;
import app.caravel.campaign.invitation.Invitations;
import app.caravel.contact.AddressCorrections;
import app.caravel.contact.Companies;
import app.caravel.contact.CompanyMerges;
import app.caravel.contact.Contacts;
import app.caravel.contact.Deletions;
import app.caravel.contact.Derivations;
import app.caravel.contact.Duplicates;
import app.caravel.contact.Edits;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.FollowUps;
import app.caravel.contact.Lists;
import app.caravel.contact.Merges;
import app.caravel.contact.NextSteps;
import app.caravel.contact.Notes;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Suppressions;
import app.caravel.contact.Tags;
import app.caravel.contact.export.ContactExport;
import app.caravel.contact.export.SuppressionExport;
import app.caravel.contact.imports.ImportHistory;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.SuppressionFiles;
import app.caravel.content.pictures.PictureStore;
import app.caravel.content.template.Snippets;
import app.caravel.content.template.Templates;
import app.caravel.dns.Lookups;
import app.caravel.dns.MailServers;
import app.caravel.evidence.Evidence;
import app.caravel.mailbox.CopyQueue;
import app.caravel.mailbox.DoubtLook;
import app.caravel.mailbox.HandSent;
import app.caravel.mailbox.ProviderLook;
import app.caravel.mailbox.SentFactsStore;
import app.caravel.messagelog.MessageLog;
import app.caravel.product.Products;
import app.caravel.report.CallList;
import app.caravel.report.CampaignOverviews;
import app.caravel.report.CompanyPeople;
import app.caravel.report.MessageStories;
import app.caravel.report.PersonTimelines;
import app.caravel.report.ProductClicks;
import app.caravel.report.ReportFiles;
import app.caravel.report.Reports;
import app.caravel.smtp.DkimSignature;
import app.caravel.smtp.Signatures;
import app.caravel.store.Database;

/**
 * One person's data, opened: the composition root. Builds the stores and services of each feature, in the order of their
 * needs, and closes them. Holds no rule of its own.
 */
public final class Workspace implements AutoCloseable {

    private final Home home;
    private final Clock clock;
    private final Database database;
    private final Settings settings;
    private final AdviceSettings advice;
    private final WorkCalendar workCalendar;
    private final Contacts contacts;
    private final Lists lists;
    private final Segments segments;
    private final ListWork listWork;
    private final Deletions deletions;
    private final Derivations derivations;
    private final Edits edits;
    private final Notes notes;
    private final Tags tags;
    private final NextSteps nextSteps;
    private final Companies companies;
    private final Duplicates duplicates;
    private final Merges merges;
    private final CompanyMerges companyMerges;
    private final Suppressions suppressions;
    private final SuppressionFiles suppressionFiles;
    private final FollowUps followUps;
    private final ListHealth listHealth;
    private final AddressCorrections addressCorrections;
    private final Importer importer;
    private final Accounts accounts;
    private final Secrets secrets;
    private final SignInMethods signInMethods;
    private final Routes routes;
    private final SignIns signIns;
    private final DomainHealth domainHealth;
    private final Paces paces;
    private final Rests rests;
    private final SignatureTexts signatureTexts;
    private final Senders senders;
    private final Manners manners;
    private final Campaigns campaigns;
    private final Attachments attachments;
    private final EachFiles eachFiles;
    private final Invitations invitations;
    private final PictureStore pictures;
    private final Products products;
    private final Evidence evidence;
    private final Tracked tracked;
    private final SentFactsStore sentFacts;
    private final CopyQueue sentCopies;
    private final HandSent handSent;
    private final Runs runs;
    private final MessageLog messageLog;
    private final TestMails testMails;
    private final CampaignCheck check;
    private final SentMails sentMails;
    private final Recipients recipients;
    private final CallList callList;
    private final Reports reports;
    private final ProductClicks productClicks;
    private final ReportFiles reportFiles;
    private final CampaignOverviews overviews;
    private final MessageStories stories;
    private final RunFacts runFacts;
    private final PersonTimelines timelines;
    private final CompanyPeople companyPeople;

    private Workspace(Home home, Clock clock, Terms terms) {
        this.home = home;
        this.clock = clock;
        this.database = Database.open(home.database());
        this.settings = new Settings(database);
        this.advice = new AdviceSettings(settings);
        this.workCalendar = new WorkCalendar(settings);
        this.contacts = new Contacts(database);
        this.lists = new Lists(database, clock);
        this.segments = new Segments(database, contacts, clock);
        this.listWork = new ListWork(database, lists, segments, clock);
        this.deletions = new Deletions(database, clock);
        this.duplicates = new Duplicates(database);
        this.merges = new Merges(database, new MessageOwners(), clock);
        this.derivations = new Derivations(database);
        derivations.start();
        this.edits = new Edits(database, clock);
        this.notes = new Notes(database, clock);
        this.tags = new Tags(database, clock);
        this.nextSteps = new NextSteps(database, clock);
        this.companies = new Companies(database);
        this.companyMerges = new CompanyMerges(database, companies, clock);
        this.suppressions = new Suppressions(database);
        this.suppressionFiles = new SuppressionFiles(database, clock);
        this.followUps = new FollowUps(database);
        this.listHealth = new ListHealth(database, contacts, new MailServers(database, clock), clock);
        this.addressCorrections = new AddressCorrections(database, clock);
        this.importer = new Importer(database, lists, clock);
        this.accounts = new Accounts(database, clock);
        var passphrase = System.getenv("CARAVEL_PASSPHRASE");
        this.secrets = KeptSecrets.in(settings.identity(), home.folder(), passphrase == null ? null : passphrase.toCharArray());
        this.signInMethods = new SignInMethods(database);
        this.routes = new Routes(database, secrets);
        Providers.correct(home.folder().resolve("providers.json"));
        this.signIns = new SignIns(accounts, signInMethods, secrets, routes, terms, clock);
        this.campaigns = new Campaigns(database, workCalendar::workDays, clock);
        this.attachments = new Attachments(database, home.attachments());
        this.eachFiles = new EachFiles(database);
        this.invitations = new Invitations(database);
        this.pictures = new PictureStore(home.pictures());
        this.products = new Products(database, pictures, clock);
        this.recipients = new Audiences(contacts, lists, segments, clock);
        this.evidence = new Evidence(database, (address, campaign, at) -> EmailAddress.parse(address)
                .ifPresent(gone -> suppressions.add(gone, SuppressionReason.UNSUBSCRIBED, campaign, at)), Web.by(routes::ofWorkspace), clock);
        this.tracked = () -> evidence.trackers().current().map(by -> new Tracked.By(by.baseUrl(), by.workspace(), by.key()));
        var signing = new Signing(database, secrets, clock);
        this.domainHealth = new DomainHealth(database, accounts, signing, () -> tracked.now().isPresent(), Lookups::ofSystem, clock);
        Signatures signatures = account -> signing.signer(account.fromAddress()).map(DkimSignature::new);
        this.paces = new Paces(database);
        this.rests = new Rests(database);
        this.signatureTexts = new SignatureTexts(database);
        this.senders = new Senders(accounts, signatureTexts, campaigns.spreads());
        this.manners = new Manners(database, new MannersSettings(settings)::rules, _ -> java.util.Map.of(), clock);
        this.sentFacts = new SentFactsStore(database);
        this.sentCopies = new CopyQueue(new CopyQueue.Needs(database, accounts, signIns, new MessageQueries(database),
                new CopyMails(database, campaigns, attachments, pictures, invitations, paces, clock), sentFacts, home.folder(), clock));
        this.handSent = new HandSent(database, accounts, signIns, sentFacts, clock);
        this.runs = new Runs(new Runs.Needs(database, campaigns, accounts, paces, rests, signIns, signatures, signatureTexts, contacts, attachments, eachFiles, pictures, invitations,
                recipients, manners, tracked, sentCopies, handSent, home.folder(), clock));
        this.messageLog = new MessageLog(database, new MessageLog.Facts(settings::get, settings::put), home.folder(), home.logs(), clock);
        runs.whenEnded(messageLog::complete);
        this.testMails = new TestMails(accounts, signIns, signatures, senders, attachments, eachFiles, pictures, invitations, suppressions, sentCopies, clock);
        this.check = new CampaignCheck(contacts, recipients, accounts, senders, attachments, eachFiles, pictures, new ProductCheck(products, tags, contacts, clock), tracked, advice::off, workCalendar::workDays, Web.by(routes::ofWorkspace), clock);
        this.sentMails = new SentMails(new ContentVersions(database, clock));
        this.callList = new CallList(database);
        this.reports = new Reports(database, runs.messages(), new ContentVersions(database, clock));
        this.productClicks = new ProductClicks(database, (item, language) -> products.named(item).map(product -> product.name(language)));
        this.reportFiles = new ReportFiles(reports, productClicks);
        this.overviews = new CampaignOverviews(database, campaigns, recipients);
        this.stories = new MessageStories(database);
        this.runFacts = new RunFacts(database, clock);
        this.timelines = new PersonTimelines(database);
        this.companyPeople = new CompanyPeople(database);
    }

    /** Opens the workspace of a home, made where it is missing. */
    public static Workspace open(Home home) {
        return open(home, Clock.systemUTC());
    }

    public static Workspace open(Home home, Clock clock) {
        return open(home, clock, Terms.usual());
    }

    /** @param terms on which lines for sending are made */
    public static Workspace open(Home home, Clock clock, Terms terms) {
        home.make();
        return new Workspace(home, clock, terms);
    }

    public Home home() {
        return home;
    }

    /** The workspace's time: the real one, or the sandbox's. */
    public Clock clock() {
        return clock;
    }

    public Settings settings() {
        return settings;
    }

    /** How the company's mails look. */
    public Brands brands() {
        return new Brands(settings);
    }

    /** Mails to begin from, the sender's own. */
    public Templates templates() {
        return new Templates(database, clock);
    }

    /** Pieces of mails. */
    public Snippets snippets() {
        return new Snippets(database, clock);
    }

    /** On which days who works. */
    public WorkCalendar workCalendar() {
        return workCalendar;
    }

    /** Which advice nobody wants to hear. */
    public AdviceSettings advice() {
        return advice;
    }

    public Database database() {
        return database;
    }

    public Contacts contacts() {
        return contacts;
    }

    public Lists lists() {
        return lists;
    }

    /** Saved queries over contacts. */
    public Segments segments() {
        return segments;
    }

    public ListWork listWork() {
        return listWork;
    }

    /** Lists written to files. */
    public ContactExport contactExport() {
        return new ContactExport(contacts);
    }

    public ImportHistory importHistory() {
        return new ImportHistory(database);
    }

    public Importer importer() {
        return importer;
    }

    public Deletions deletions() {
        return deletions;
    }

    /** Facts of contacts, changed by hand. */
    public Edits edits() {
        return edits;
    }

    public Notes notes() {
        return notes;
    }

    public Tags tags() {
        return tags;
    }

    /** Follow-up dates. */
    public NextSteps nextSteps() {
        return nextSteps;
    }

    public Companies companies() {
        return companies;
    }

    /** Contacts that are likely one person. */
    public Duplicates duplicates() {
        return duplicates;
    }

    /** Companies that are likely one, made one, and two again. */
    public CompanyMerges companyMerges() {
        return companyMerges;
    }

    /** Contacts made one, and two again. */
    public Merges merges() {
        return merges;
    }

    public Suppressions suppressions() {
        return suppressions;
    }

    /** Files of addresses that must not be written to. */
    public SuppressionFiles suppressionFiles() {
        return suppressionFiles;
    }

    /** Who must not be written to, as a file. */
    public SuppressionExport suppressionExport() {
        return new SuppressionExport(suppressions);
    }

    /** The domains of the user's own mailboxes, as a proposal. */
    public OwnDomains ownDomains() {
        return new OwnDomains(accounts, suppressions, settings);
    }

    /** What is known of one person, as a file to hand to him. */
    public PersonData personData() {
        return new PersonData(database, runs.messages(), sentMails, clock);
    }

    /** Taking one person out of everything, for good. */
    public Erasure erasure() {
        return new Erasure(home, database, messageLog::forget, clock);
    }

    public FollowUps followUps() {
        return followUps;
    }

    /** Who of a list can be written to, and what is the matter with the others. */
    public ListHealth listHealth() {
        return listHealth;
    }

    public AddressCorrections addressCorrections() {
        return addressCorrections;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** How accounts sign in. */
    public SignInMethods signInMethods() {
        return signInMethods;
    }

    /** Which way lines take. */
    public Routes routes() {
        return routes;
    }

    /** Signs accounts in by the browser. */
    public BrowserSignIns browserSignIns() {
        return new BrowserSignIns(signInMethods, secrets, signIns, clock);
    }

    /** Who runs a mailbox. */
    public ProviderSearch providerSearch() {
        return new ProviderSearch(accounts, new MailServers(database, clock), routes.ofWorkspace());
    }

    /** What accounts sign in with. */
    public SignIns signIns() {
        return signIns;
    }

    /** How the domains stand that mail is sent from. */
    public DomainHealth domainHealth() {
        return domainHealth;
    }

    /** How accounts are spared. */
    public Paces paces() {
        return paces;
    }

    /** Accounts that nothing leaves by for now. */
    public Rests rests() {
        return rests;
    }

    /** What the mails of accounts end with. */
    public SignatureTexts signatureTexts() {
        return signatureTexts;
    }

    /** Which account a campaign's mails leave by. */
    public Senders senders() {
        return senders;
    }

    /** How often people and companies may be written to. */
    public Manners manners() {
        return manners;
    }

    /** The same, as it is chosen. */
    public MannersSettings mannersSettings() {
        return new MannersSettings(settings);
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Attachments attachments() {
        return attachments;
    }

    /** Files that go to one recipient each. */
    public EachFiles eachFiles() {
        return eachFiles;
    }

    /** Appointments that mails carry as calendar files. */
    public Invitations invitations() {
        return invitations;
    }

    /** The exporter's catalogue. */
    public Products products() {
        return products;
    }

    /** The pictures of mails. */
    public PictureStore pictures() {
        return pictures;
    }

    /** The paired tracker, its events, and what we believe of them. */
    public Evidence evidence() {
        return evidence;
    }

    /** The tracker that mail is tracked by, if there is one. */
    public Tracked tracked() {
        return tracked;
    }

    public Runs runs() {
        return runs;
    }

    /** What is known and wanted of accounts' Sent folders. */
    public SentFactsStore sentFacts() {
        return sentFacts;
    }

    /** Copies of sent mails in accounts' Sent folders. */
    public CopyQueue sentCopies() {
        return sentCopies;
    }

    /** What was sent by the mailboxes themselves. */
    public HandSent handSent() {
        return handSent;
    }

    /** Whether a provider keeps copies of what is sent. */
    public ProviderLook providerLook() {
        return new ProviderLook(database, signIns, runs.messages(), sentFacts, clock);
    }

    /** Mails in doubt, looked for in Sent folders. */
    public DoubtLook doubtLook() {
        return new DoubtLook(accounts, signIns, sentFacts);
    }

    /** The message tracking log, in Exchange's format. */
    public MessageLog messageLog() {
        return messageLog;
    }

    public TestMails testMails() {
        return testMails;
    }

    /** Who a campaign goes to, those that must not be written to with the reason. */
    public Recipients recipients() {
        return recipients;
    }

    /** The look at every mail before it goes. */
    public CampaignCheck check() {
        return check;
    }

    public SentMails sentMails() {
        return sentMails;
    }

    public CallList callList() {
        return callList;
    }

    public Reports reports() {
        return reports;
    }

    /** A campaign's recipients as files to take home. */
    public ProductClicks productClicks() {
        return productClicks;
    }

    public ReportFiles reportFiles() {
        return reportFiles;
    }

    /** All campaigns with their few numbers. */
    public CampaignOverviews overviews() {
        return overviews;
    }

    /** What happened to one message, step by step. */
    /** What runs have done and wait for. */
    public RunFacts runFacts() {
        return runFacts;
    }

    public MessageStories stories() {
        return stories;
    }

    /** What happened with one person. */
    public PersonTimelines timelines() {
        return timelines;
    }

    /** The people of one company, side by side. */
    public CompanyPeople companyPeople() {
        return companyPeople;
    }

    @Override
    public void close() {
        derivations.close();
        evidence.close();
        runs.close();
        sentCopies.close();
        messageLog.close();
        database.close();
    }
}
