package app.caravel.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import app.caravel.account.Rests;
import app.caravel.reason.Problem;

/** The campaigns that will still send without anybody's doing: what runs, what is scheduled, and what waits for its account's rest to end. */
final class Underway {

    private final Campaigns campaigns;
    private final MessageQueries messages;
    private final Rests rests;
    private final Function<Campaign, Roll.How> how;
    private final Clock clock;

    /** @param how a campaign goes out; throws where an account of it is gone */
    Underway(Campaigns campaigns, MessageQueries messages, Rests rests, Function<Campaign, Roll.How> how, Clock clock) {
        this.campaigns = campaigns;
        this.messages = messages;
        this.rests = rests;
        this.how = how;
        this.clock = clock;
    }

    /** A campaign with how it goes out. */
    record Going(Campaign campaign, Roll.How how) {}

    List<Going> all() {
        var candidates = new ArrayList<>(campaigns.inState(CampaignState.RUNNING));
        candidates.addAll(campaigns.inState(CampaignState.SCHEDULED));
        campaigns.inState(CampaignState.PAUSED).stream().filter(this::goesOnByItself).forEach(candidates::add);
        var going = new ArrayList<Going>();
        for (var candidate : candidates) {
            try {
                going.add(new Going(candidate, how.apply(candidate)));
            } catch (Problem e) {
                System.getLogger(Underway.class.getName()).log(System.Logger.Level.DEBUG, "it cannot send as it is, and says so on its own page", e);
            }
        }
        return going;
    }

    /** Those of them that have mails for one of these accounts. */
    List<Going> by(Collection<Long> accounts, long except) {
        return all().stream().filter(going -> going.campaign().id() != except && !Collections.disjoint(accountsOf(going), accounts)).toList();
    }

    private List<Long> accountsOf(Going going) {
        return going.campaign().startedAt() == null ? going.how().spread().accounts() : messages.accountsLeft(going.campaign().id());
    }

    private boolean goesOnByItself(Campaign paused) {
        var why = paused.problem();
        var now = clock.instant();
        return why != null && why.key().startsWith("breaker.")
                && messages.accountsLeft(paused.id()).stream().allMatch(id -> rests.of(id).map(rest -> rest.isOver(now) || rest.until() != null).orElse(true));
    }
}
