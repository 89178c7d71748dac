package app.caravel.campaign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.contact.Contact;

/** By which of a campaign's accounts somebody is written to: the one that wrote to him before, else as the spread says. */
final class WhoWrites {

    /** Headers under which files keep the salesperson that a contact belongs to. */
    private static final Set<String> OWNER_FIELDS = Set.of("owner", "contact_owner", "account_owner", "sales", "sales_rep", "salesperson", "业务员", "负责人", "跟进人", "所属业务员");

    private final Spread spread;
    private final List<Account> known;
    private final LongFunction<@Nullable Long> before;
    private final BiPredicate<Long, Long> isOnList;

    private WhoWrites(Spread spread, Accounts accounts, LongFunction<@Nullable Long> before, BiPredicate<Long, Long> isOnList) {
        this.spread = spread;
        this.known = isSpread(spread) && spread.by() == Spread.By.OWNER ? spread.accounts().stream().map(accounts::find).flatMap(Optional::stream).toList() : List.of();
        this.before = before;
        this.isOnList = isOnList;
    }

    /** To ask for everybody: what is kept of them is read at once. */
    static WhoWrites toAll(Spread spread, Accounts accounts, Spreads spreads) {
        var last = isSpread(spread) ? spreads.lastAccounts(spread.accounts()) : Map.<Long, Long>of();
        var members = new HashMap<Long, Set<Long>>();
        if (isSpread(spread) && spread.by() == Spread.By.LIST) {
            spread.shares().stream().map(Spread.Share::listId).filter(Objects::nonNull).distinct().forEach(list -> members.put(list, spreads.members(list)));
        }
        return new WhoWrites(spread, accounts, last::get, (list, contact) -> members.getOrDefault(list, Set.of()).contains(contact));
    }

    /** To ask for a few people. */
    static WhoWrites toSome(Spread spread, Accounts accounts, Spreads spreads) {
        return new WhoWrites(spread, accounts, contact -> isSpread(spread) ? spreads.lastAccount(spread.accounts(), contact).orElse(null) : null, spreads::isMember);
    }

    private static boolean isSpread(Spread spread) {
        return spread.accounts().size() > 1;
    }

    /** Whether it has to know the person himself. */
    boolean asksForContact() {
        return !known.isEmpty();
    }

    /** @param contact may be null where it does not ask for him */
    long accountFor(long contactId, String address, @Nullable Contact contact) {
        return spread.accountFor(address, before.apply(contactId), owners(contact), list -> isOnList.test(list, contactId));
    }

    private Set<Long> owners(@Nullable Contact contact) {
        if (contact == null || known.isEmpty()) {
            return Set.of();
        }
        var values = contact.mergeValues();
        var owners = new HashSet<Long>();
        for (var field : OWNER_FIELDS) {
            var owner = String.valueOf(values.getOrDefault(field, "")).strip().toLowerCase(Locale.ROOT);
            known.stream().filter(account -> !owner.isEmpty() && isOwnedBy(account, owner)).forEach(account -> owners.add(account.id()));
        }
        return owners;
    }

    private static boolean isOwnedBy(Account account, String owner) {
        return owner.equals(account.fromAddress().toLowerCase(Locale.ROOT)) || owner.equals(account.fromName().strip().toLowerCase(Locale.ROOT))
                || owner.equals(account.name().strip().toLowerCase(Locale.ROOT));
    }
}
