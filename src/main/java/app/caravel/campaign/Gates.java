package app.caravel.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.Paces;
import app.caravel.campaign.pace.Breaker;
import app.caravel.campaign.pace.Gate;
import app.caravel.campaign.pace.Rules;

/** One gate and one breaker an account, whatever runs send by it. */
final class Gates {

    private final Accounts accounts;
    private final Paces paces;
    private final MessageQueries messages;
    private final SentByHand byHand;
    private final Clock clock;
    private final Map<Long, Gate> gates = new ConcurrentHashMap<>();
    private final Map<Long, Breaker> breakers = new ConcurrentHashMap<>();

    Gates(Accounts accounts, Paces paces, MessageQueries messages, SentByHand byHand, Clock clock) {
        this.accounts = accounts;
        this.paces = paces;
        this.messages = messages;
        this.byHand = byHand;
        this.clock = clock;
    }

    Gate gate(Account account) {
        return gates.computeIfAbsent(account.id(), id -> new Gate(new OfAccount(id), clock));
    }

    Breaker breaker(Account account) {
        return breakers.computeIfAbsent(account.id(), _ -> new Breaker(account.fromAddress()));
    }

    /** What the ledger and the settings say of one account, asked ever again: both change while mails leave. */
    private final class OfAccount implements Gate.Known {
        private final long id;

        OfAccount(long id) {
            this.id = id;
        }

        @Override
        public Rules rules(Instant at) {
            return accounts.find(id).map(account -> Rules.of(account, paces.of(id), at)).orElse(Rules.NONE);
        }

        @Override
        public List<Long> sentSince(Instant since) {
            return byHand.with(messages.sentSince(id, since), id, since);
        }

        @Override
        public Map<String, List<Long>> sentByDomainSince(Instant since) {
            return messages.sentByDomainSince(id, since);
        }
    }
}
