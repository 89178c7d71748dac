package app.caravel.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageState;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** What is done to a campaign after it began. Mails that are queued by it leave with the run under way, or with the next {@code send}. */
final class CampaignMoreVerbs {

    private CampaignMoreVerbs() {}

    @Command(name = "add", description = "Queues those who joined the audience since it began; send goes on with them.")
    static final class Add extends CampaignVerbs.OnOne {
        @Override
        void act(Workspace workspace, Campaign campaign) {
            workspace.runs().addNew(campaign);
        }
    }

    @Command(name = "again", description = "Queues failed mails again, all or these; send goes on with them.")
    static final class Again extends CampaignVerbs.OnOne {
        @Parameters(index = "1..*", arity = "0..*", paramLabel = "ADDRESS")
        List<String> addresses = List.of();

        @Override
        void act(Workspace workspace, Campaign campaign) {
            workspace.runs().sendAgain(campaign, these(workspace.runs().messages().inState(campaign.id(), MessageState.FAILED), addresses, campaign).stream().map(Message::id).toList());
        }
    }

    @Command(name = "release", description = "Lets held mails go, all or these, with a word of why; send goes on with them.")
    static final class Release extends CampaignVerbs.OnOne {
        @Option(names = "--why", required = true, paramLabel = "TEXT")
        String why;

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "ADDRESS")
        List<String> addresses = List.of();

        @Override
        void act(Workspace workspace, Campaign campaign) {
            workspace.runs().held().letGo(these(workspace.runs().held().of(campaign.id()), addresses, campaign), why);
        }
    }

    private static List<Message> these(List<Message> all, List<String> addresses, Campaign campaign) {
        if (addresses.isEmpty()) {
            return all;
        }
        var found = new ArrayList<Message>();
        for (var address : addresses) {
            found.add(all.stream().filter(message -> message.address().equalsIgnoreCase(address) || message.recipient().equalsIgnoreCase(address)).findFirst()
                    .orElseThrow(() -> Problem.of("campaign.none-such", "name", campaign.name(), "address", address)));
        }
        return found;
    }
}
