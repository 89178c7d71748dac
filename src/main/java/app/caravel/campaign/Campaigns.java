package app.caravel.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.WorkDays;
import app.caravel.content.Original;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Campaigns as drafts and plans: made, changed, planned, copied, deleted. Sending them is {@link Runs}'. */
public final class Campaigns {

    private final CampaignStore store;
    private final Spreads spreads;
    private final Schedules schedules;
    private final Clock clock;

    public Campaigns(Database database, Clock clock) {
        this(database, () -> WorkDays.BUILT_IN, clock);
    }

    /** @param workDays the days off of all countries, as this workspace knows them */
    public Campaigns(Database database, Supplier<WorkDays> workDays, Clock clock) {
        this.store = new CampaignStore(database.jdbi());
        this.spreads = new Spreads(database);
        this.schedules = new Schedules(database, workDays);
        this.clock = clock;
    }

    public Optional<Campaign> find(String name) {
        return store.find(name);
    }

    public Optional<Campaign> find(long id) {
        return store.find(id);
    }

    /** The campaign of a name, or a problem that says there is none. */
    public Campaign named(String name) {
        return store.find(name).orElseThrow(() -> Problem.of("campaign.unknown", "name", name));
    }

    public List<Campaign> all() {
        return store.all();
    }

    public List<Campaign> inState(CampaignState state) {
        return store.inState(state);
    }

    /** A new draft, written as HTML. The name must be free. */
    public Campaign create(String name, Audience audience, @Nullable Long accountId, String subject, String html, @Nullable String text) {
        return create(name, audience, accountId, subject, html, text, Original.HTML);
    }

    /** A new draft, its HTML made from what was written. The name must be free. */
    public Campaign create(String name, Audience audience, @Nullable Long accountId, String subject, String html, @Nullable String text, Original original) {
        if (name.isBlank()) {
            throw Problem.of("campaign.no-name");
        }
        if (store.find(name).isPresent()) {
            throw Problem.of("campaign.name-taken", "name", name);
        }
        return store.find(store.insert(name.strip(), audience, accountId, subject, html, text, original, clock.instant())).orElseThrow();
    }

    /** A new draft under a name of its own: the name given, or with a number behind it. */
    public Campaign createDraft(String wishedName) {
        return create(freeName(wishedName), Audience.NOBODY, null, "", "", null);
    }

    /** A copy as a new draft, in all its languages, with its files; what was sent stays with the old one. */
    public Campaign duplicate(Campaign campaign) {
        var copy = create(freeName(campaign.name()), campaign.audience(), campaign.accountId(), campaign.subject(), campaign.html(), campaign.text(), campaign.original());
        store.copyEnclosed(campaign.id(), copy.id());
        spreads.copy(campaign.id(), copy.id());
        return campaign.variants().isEmpty() ? copy : saveContent(copy.withVariants(campaign.variants()));
    }

    private String freeName(String wished) {
        var name = wished;
        for (int n = 2; store.find(name).isPresent(); n++) {
            name = wished + " " + n;
        }
        return name;
    }

    /** Keeps all of a draft's changes. */
    public Campaign save(Campaign campaign) {
        saveDetails(campaign);
        return saveContent(campaign);
    }

    /** Keeps a draft's content in all its languages; what another screen changed beside it meanwhile stays. */
    public Campaign saveContent(Campaign campaign) {
        return kept(campaign, store.saveContent(campaign, clock.instant()));
    }

    /** Keeps a draft's name, audience and account; its content stays as it is. */
    public Campaign saveDetails(Campaign campaign) {
        var other = store.find(campaign.name());
        if (other.isPresent() && other.get().id() != campaign.id()) {
            throw Problem.of("campaign.name-taken", "name", campaign.name());
        }
        return kept(campaign, store.saveDetails(campaign, clock.instant()));
    }

    private Campaign kept(Campaign campaign, boolean done) {
        if (!done) {
            throw Problem.of("campaign.not-editable", "name", campaign.name());
        }
        return store.find(campaign.id()).orElseThrow();
    }

    /** Plans it: it starts by itself at that time, if Caravel runs then, or at the next start. */
    public void schedule(Campaign campaign, Instant at) {
        store.schedule(campaign.id(), at, clock.instant());
    }

    public void unschedule(Campaign campaign) {
        store.unschedule(campaign.id());
    }

    /** Puts it away, or back. What runs or is planned cannot be put away: nobody would see it send. */
    public void archive(Campaign campaign, boolean away) {
        boolean atWork = switch (campaign.state()) {
            case RUNNING, PAUSED, SCHEDULED -> true;
            case DRAFT, FINISHED, CANCELLED -> false;
        };
        if (away && atWork) {
            throw Problem.of("campaign.not-to-be-archived", "name", campaign.name());
        }
        store.archive(campaign.id(), away);
    }

    /** Deletes a draft. */
    public void deleteDraft(Campaign campaign) {
        if (!store.deleteDraft(campaign.id())) {
            throw Problem.of("campaign.not-editable", "name", campaign.name());
        }
    }

    /** Which accounts campaigns go out by. */
    public Spreads spreads() {
        return spreads;
    }

    /** When campaigns go to whom. */
    public Schedules schedules() {
        return schedules;
    }

    CampaignStore store() {
        return store;
    }
}
