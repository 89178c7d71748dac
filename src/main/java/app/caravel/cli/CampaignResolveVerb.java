package app.caravel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Ledger;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageState;
import app.caravel.reason.Problem;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code campaign resolve}: what became of mails in doubt, looked for or decided. */
@Command(name = "resolve", description = "Decides what is in doubt, or looks for it in the Sent folder (--look decides nothing).")
final class CampaignResolveVerb implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(Texts.Language.ENGLISH);

    @Mixin
    Options options;

    @Parameters(index = "0", paramLabel = "NAME")
    String name;

    @Option(names = "--look", description = "Look for them in the account's Sent folder and print what was found, all or these.")
    boolean look;

    @Option(names = "--sent", description = "They were sent.")
    boolean sent;

    @Option(names = "--not-sent", description = "They were not: send again goes on with them.")
    boolean notSent;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ADDRESS")
    List<String> addresses = List.of();

    @Override
    public Integer call() {
        if ((look ? 1 : 0) + (sent ? 1 : 0) + (notSent ? 1 : 0) != 1) {
            throw Problem.of("cli.resolve-one");
        }
        if (!look && addresses.isEmpty()) {
            throw Problem.of("cli.resolve-whom");
        }
        try (var workspace = options.openExisting()) {
            var campaign = workspace.campaigns().named(name);
            var inDoubt = workspace.runs().messages().inState(campaign.id(), MessageState.IN_DOUBT);
            var these = addresses.isEmpty() ? inDoubt : addresses.stream().map(address -> one(inDoubt, address, campaign)).toList();
            if (look) {
                look(workspace, these);
                return 0;
            }
            these.forEach(message -> workspace.runs().decide(message, sent ? Ledger.Decision.WAS_SENT : Ledger.Decision.SEND_AGAIN));
            LogVerbs.complete(options, workspace);
            CampaignStatus.print(options, workspace.runs().progress(campaign.id()), workspace.runs().messages());
        }
        return 0;
    }

    private static Message one(List<Message> inDoubt, String address, Campaign campaign) {
        return inDoubt.stream().filter(message -> message.address().equalsIgnoreCase(address) || message.recipient().equalsIgnoreCase(address)).findFirst()
                .orElseThrow(() -> Problem.of("campaign.not-in-doubt", "address", address, "name", campaign.name()));
    }

    private void look(Workspace workspace, List<Message> these) {
        workspace.doubtLook().look(these).forEach((message, found) -> {
            var proposal = found.proposal().map(decision -> decision == Ledger.Decision.WAS_SENT ? "sent" : "not_sent").orElse(null);
            if (options.json()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("campaign", name);
                row.put("address", message.recipient());
                row.put("since", message.since().toString());
                row.put("found", found.key());
                row.put("proposal", proposal);
                row.put("reason", TEXTS.get(found.said()));
                options.print(row);
            } else {
                options.out().println(message.recipient() + "  " + TEXTS.get(found.said()) + (proposal == null ? "" : "  -> --" + proposal.replace('_', '-')));
            }
        });
    }
}
