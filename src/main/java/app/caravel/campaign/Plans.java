package app.caravel.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.Pace;
import app.caravel.account.Paces;
import app.caravel.account.Ramp;
import app.caravel.account.Rests;
import app.caravel.campaign.pace.Forecast;
import app.caravel.campaign.pace.Rules;

/**
 * Makes plans: of drafts from their audience, of what runs from the ledger, both by the rules that the run itself obeys.
 * What other campaigns will send by the same accounts takes its turns in them.
 */
final class Plans {

    /** A longer silence begins another slot. */
    private static final Duration SILENCE = Duration.ofMinutes(45);
    private static final Duration EACH = Duration.ofMillis(150);
    private static final Duration EACH_ON_LOOPBACK = Duration.ofMillis(1);

    private final ToGo.Sources sources;
    private final Underway underway;
    private final Accounts accounts;
    private final Paces paces;
    private final Rests rests;
    private final SentByHand byHand;
    private final Clock clock;

    Plans(ToGo.Sources sources, Underway underway, Accounts accounts, Paces paces, Rests rests, SentByHand byHand) {
        this.sources = sources;
        this.underway = underway;
        this.accounts = accounts;
        this.paces = paces;
        this.rests = rests;
        this.byHand = byHand;
        this.clock = sources.clock();
    }

    Plan of(Campaign campaign, Roll.How how) {
        var own = ToGo.of(campaign, how, sources);
        var by = own.items().entrySet().stream().filter(each -> !each.getValue().isEmpty()).map(Map.Entry::getKey).toList();
        var beside = by.isEmpty() ? List.<ToGo>of() : underway.by(by, campaign.id()).stream().map(other -> ToGo.of(other.campaign(), other.how(), sources)).toList();
        return plan(own, beside);
    }

    /** A campaign with when its mails will leave, in no order. */
    record Leaving(Campaign campaign, List<Instant> at) {}

    /** All campaigns that will send without anybody's doing. */
    List<Leaving> all() {
        var toGo = underway.all().stream().map(going -> ToGo.of(going.campaign(), going.how(), sources)).toList();
        var leaving = toGo.stream().map(each -> new Leaving(each.campaign(), new ArrayList<>())).toList();
        for (long id : toGo.stream().flatMap(each -> each.items().keySet().stream()).distinct().toList()) {
            var account = accounts.find(id).orElse(null);
            var rest = restOf(id, clock.instant());
            if (account == null || rest != null && rest.until() == null) {
                continue; // it waits for a person
            }
            var results = play(account, toGo, rest, toGo.size());
            for (int i = 0; i < toGo.size(); i++) {
                leaving.get(i).at().addAll(results.get(i).at());
            }
        }
        return leaving;
    }

    /** Whom manners keep back of a campaign that has not begun, whether it keeps them or not. */
    HeldBack heldBack(Campaign campaign, Roll.How how) {
        var people = new ArrayList<HeldBack.Person>();
        sources.roll().forEach(campaign, new Roll.How(how.spread(), Schedule.AT_ONCE, how.work(), true), Set.of(), entry -> {
            if (entry.hold() != null) {
                people.add(new HeldBack.Person(entry.to().contactId(), entry.to().address(), entry.to().name(), entry.hold()));
            }
        });
        return new HeldBack(how.manners(), people);
    }

    private Plan plan(ToGo own, List<ToGo> beside) {
        var slots = new ArrayList<Plan.Slot>();
        var parts = new ArrayList<Plan.Part>();
        Instant done = null;
        int all = 0;
        for (var each : own.items().entrySet()) {
            var account = accounts.find(each.getKey()).orElse(null);
            if (account == null) {
                continue;
            }
            var rest = restOf(account.id(), own.start());
            var results = play(account, Stream.concat(Stream.of(own), beside.stream()).toList(), rest, 1);
            var result = results.getFirst();
            slots.addAll(slots(account, result.at()));
            parts.add(part(own, account, rest, result, beside(beside, results)));
            all += each.getValue().size();
            if (!result.at().isEmpty() && (done == null || result.at().getLast().isAfter(done))) {
                done = result.at().getLast();
            }
        }
        slots.sort(Comparator.comparing(Plan.Slot::from));
        return new Plan(slots, parts, done, all, own.held(), own.suppressed());
    }

    private Plan.Part part(ToGo own, Account account, Rests.@Nullable Rest rest, Forecast.Result result, List<Plan.Beside> beside) {
        var pace = paces.of(account.id());
        int perDay = Rules.of(account, pace, own.start()).perDay();
        return new Plan.Part(account, own.items().getOrDefault(account.id(), List.of()).size(), perDay <= 0 ? -1 : Math.max(0, perDay - sentLately(account).size()),
                slow(rest, result, own.start()), rest, pace.ramp().isUnderWay(pace.perDay(account), own.start()) ? pace.ramp().day(own.start()) + 1 : 0, beside);
    }

    /** The rest, where it takes longer than all that comes after it. */
    private static Forecast.Slow slow(Rests.@Nullable Rest rest, Forecast.Result result, Instant start) {
        if (rest == null) {
            return result.why();
        }
        var until = rest.until();
        if (until == null || result.at().isEmpty() || result.why() == Forecast.Slow.NOTHING) {
            return Forecast.Slow.REST;
        }
        var after = Duration.between(until, result.at().getLast());
        return Duration.between(start, until).compareTo(after) >= 0 ? Forecast.Slow.REST : result.why();
    }

    /** Whose mails leave before the last one of these; those of the first result. */
    private static List<Plan.Beside> beside(List<ToGo> others, List<Forecast.Result> results) {
        var own = results.getFirst().at();
        var beside = new ArrayList<Plan.Beside>();
        for (int i = 0; i < others.size() && !own.isEmpty(); i++) {
            int before = (int) results.get(i + 1).at().stream().filter(at -> at.isBefore(own.getLast())).count();
            if (before > 0) {
                beside.add(new Plan.Beside(others.get(i).campaign().id(), others.get(i).campaign().name(), before));
            }
        }
        beside.sort(Comparator.comparingInt(Plan.Beside::before).reversed());
        return beside;
    }

    private Rests.@Nullable Rest restOf(long account, Instant start) {
        return rests.of(account).filter(found -> !found.isOver(start)).orElse(null);
    }

    private List<Long> sentLately(Account account) {
        var since = clock.instant().minus(Duration.ofHours(24));
        return byHand.with(sources.messages().sentSince(account.id(), since), account.id(), since);
    }

    private List<Forecast.Result> play(Account account, List<ToGo> campaigns, Rests.@Nullable Rest rest, int whole) {
        var pace = paces.of(account.id());
        var lines = campaigns.stream().map(each -> each.line(account.id(), rest == null ? null : rest.until())).toList();
        var start = lines.stream().filter(line -> !line.items().isEmpty()).map(Forecast.Line::from).min(Comparator.naturalOrder()).orElse(clock.instant());
        return new Forecast(at -> Rules.of(account, grown(pace, start), at), account.isLoopback() ? EACH_ON_LOOPBACK : EACH, sentLately(account)).play(lines, whole);
    }

    /** A ramp that has not begun begins with this plan's first mail. */
    private static Pace grown(Pace pace, Instant start) {
        return pace.ramp().since() == null ? pace.with(new Ramp(pace.ramp().first(), start)) : pace;
    }

    private static List<Plan.Slot> slots(Account account, List<Instant> at) {
        var slots = new ArrayList<Plan.Slot>();
        var zone = ZoneId.systemDefault();
        for (int i = 0, begin = 0; i < at.size(); i++) {
            boolean ends = i + 1 == at.size() || Duration.between(at.get(i), at.get(i + 1)).compareTo(SILENCE) > 0
                    || !at.get(i).atZone(zone).toLocalDate().equals(at.get(i + 1).atZone(zone).toLocalDate());
            if (ends) {
                slots.add(new Plan.Slot(account, at.get(begin), at.get(i), i + 1 - begin));
                begin = i + 1;
            }
        }
        return slots;
    }
}
