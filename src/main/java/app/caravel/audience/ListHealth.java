package app.caravel.audience;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.contact.RoleAddresses;
import app.caravel.contact.SuppressionReason;
import app.caravel.dns.MailHost;
import app.caravel.dns.MailHosts;
import app.caravel.dns.MailServer;
import app.caravel.dns.MailServers;
import app.caravel.reason.Reason;
import app.caravel.store.Database;

/**
 * Looks people through before they are written to. Asks the DNS, never a mail server.
 *
 * <p>Who can be written to: everybody but those who must not be (suppressed), whose last mail came back, whose domain surely takes no
 * mail, and who is there a second time under another address. A mistyped look, a role box, a throw-away domain or a long silence
 * are reasons to think, not reasons why mail could not go: they count.
 */
public final class ListHealth {

    /** Fewer mails than that say nothing about the next ones. */
    static final int ENOUGH_SENT = 200;

    private static final int SILENT_YEARS = 2;

    /** Names for examples, tests and this computer are never in the DNS (RFC 6761): rehearsals use them. */
    private static final Set<String> NEVER_ASKED = Set.of("example", "test", "localhost");

    private final HealthStore store;
    private final Contacts contacts;
    private final MailServers servers;
    private final Clock clock;

    public ListHealth(Database database, Contacts contacts, MailServers servers, Clock clock) {
        this.store = new HealthStore(database.jdbi());
        this.contacts = contacts;
        this.servers = servers;
        this.clock = clock;
    }

    /** Looks a list through, and keeps on its contacts who takes their mail. The progress counts domains. */
    public Health check(long listId, MailServers.Progress progress) {
        return check(Filter.ofList(listId), store.rowsWithoutAddress(listId), progress);
    }

    /** Looks people through, as {@link #check(long, MailServers.Progress)} a list. */
    public Health check(Filter filter, MailServers.Progress progress) {
        return check(filter, List.of(), progress);
    }

    private Health check(Filter filter, List<Reason> rowsWithoutAddress, MailServers.Progress progress) {
        var people = store.people(contacts.ids(filter));
        var domains = people.stream().map(person -> person.address().domain()).distinct().filter(ListHealth::isAsked).toList();
        var servers = this.servers.of(domains, progress);
        keepHosts(people, servers);
        var groups = new EnumMap<Trouble, List<Health.Member>>(Trouble.class);
        for (var row : rowsWithoutAddress) {
            var text = String.valueOf(row.arguments().getOrDefault("address", ""));
            groups.computeIfAbsent(Trouble.NOT_AN_ADDRESS, _ -> new ArrayList<>()).add(new Health.Member(null, text, null, false));
        }
        int writable = sort(people, servers, groups);
        int notKnown = (int) servers.values().stream().filter(MailServer.Unknown.class::isInstance).count();
        return new Health(people.size(), writable, groups.entrySet().stream().map(each -> new Health.Group(each.getKey(), each.getValue())).toList(),
                notKnown, expectedBounces());
    }

    private static boolean isAsked(String domain) {
        return !domain.startsWith("[") && !NEVER_ASKED.contains(domain.substring(domain.lastIndexOf('.') + 1));
    }

    /** Puts everybody under what is the matter with him; returns how many can be written to. */
    private int sort(List<Person> people, Map<String, MailServer> servers, Map<Trouble, List<Health.Member>> groups) {
        var silentSince = clock.instant().atZone(ZoneOffset.UTC).minusYears(SILENT_YEARS).toInstant();
        var twice = new SamePerson(people, person -> reaches(person, servers));
        var opened = new HashSet<String>();
        people.stream().filter(person -> isOpen(person, servers)).forEach(person -> opened.add(person.address().canonical()));
        int writable = 0;
        for (var person : people) {
            var server = server(person, servers);
            boolean open = isOpen(person, servers);
            var meant = Mistyped.meant(person.address(), server);
            var other = twice.other(person);
            writable += open && (other == null || !opened.contains(other.canonical())) ? 1 : 0;
            var trouble = trouble(person, server, meant.isPresent(), other != null, silentSince);
            if (trouble != null) {
                var proposal = trouble == Trouble.MISTYPED ? meant.orElse(null) : trouble == Trouble.TWICE ? other : null;
                groups.computeIfAbsent(trouble, _ -> new ArrayList<>()).add(new Health.Member(person.id(), person.address().written(), proposal, open));
            }
        }
        return writable;
    }

    private static boolean isOpen(Person person, Map<String, MailServer> servers) {
        return person.suppressed() == null && reaches(person, servers);
    }

    private static boolean reaches(Person person, Map<String, MailServer> servers) {
        return !person.bounced() && !server(person, servers).takesNoMail();
    }

    private static MailServer server(Person person, Map<String, MailServer> servers) {
        return servers.getOrDefault(person.address().domain(), new MailServer.Unknown());
    }

    private static @Nullable Trouble trouble(Person person, MailServer server, boolean mistyped, boolean twice, Instant silentSince) {
        if (person.suppressed() != null) {
            return of(person.suppressed());
        } else if (person.bounced()) {
            return Trouble.BOUNCED;
        } else if (mistyped) {
            return Trouble.MISTYPED;
        } else if (server.takesNoMail()) {
            return Trouble.NO_MAIL_SERVER;
        } else if (twice) {
            return Trouble.TWICE;
        } else if (ThrowAway.isDomain(person.address().domain())) {
            return Trouble.THROW_AWAY;
        } else if (RoleAddresses.isOne(person.address().local())) {
            return Trouble.ROLE_BOX;
        }
        return person.silentSince(silentSince) ? Trouble.SILENT : null;
    }

    private static Trouble of(SuppressionReason reason) {
        return switch (reason) {
            case UNSUBSCRIBED -> Trouble.UNSUBSCRIBED;
            case HARD_BOUNCE -> Trouble.BOUNCED;
            case COMPLAINT -> Trouble.COMPLAINED;
            case MANUAL, IMPORTED, OWN_DOMAIN, COMPETITOR, ERASED -> Trouble.SUPPRESSED;
        };
    }

    /** What was not answered leaves what stood there. */
    private void keepHosts(List<Person> people, Map<String, MailServer> servers) {
        var changed = new HashMap<Long, Optional<String>>();
        for (var person : people) {
            if (servers.get(person.address().domain()) instanceof MailServer.Found(var hosts)) {
                var now = MailHosts.of(hosts).map(MailHost::key);
                if (!now.equals(Optional.ofNullable(person.mailHost()))) {
                    changed.put(person.id(), now);
                }
            }
        }
        contacts.keepMailHosts(changed);
    }

    private @Nullable Double expectedBounces() {
        var past = store.past();
        return past.sent() < ENOUGH_SENT ? null : (double) past.bounced() / past.sent();
    }
}
