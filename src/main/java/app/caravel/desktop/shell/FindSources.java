package app.caravel.desktop.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Where Ctrl+K looks, beside the acts: campaigns by name, people by name, company or address, companies. */
final class FindSources {

    private static final int PEOPLE = 6;
    private static final int CAMPAIGNS = 4;
    private static final int COMPANIES = 3;

    private FindSources() {}

    static List<FindViewModel.Source> of(Workspace workspace, Ui ui) {
        return List.of(query -> campaigns(workspace, ui, query), query -> people(workspace, ui, query), query -> companies(workspace, ui, query));
    }

    private static List<FindViewModel.Found> campaigns(Workspace workspace, Ui ui, String query) {
        var words = query.toLowerCase(Locale.ROOT);
        return workspace.campaigns().all().stream().filter(campaign -> campaign.name().toLowerCase(Locale.ROOT).contains(words)).limit(CAMPAIGNS)
                .map(campaign -> new FindViewModel.Found(FindViewModel.Group.CAMPAIGNS, icon(campaign.state()), campaign.name(), note(workspace, ui, campaign), null,
                        () -> ui.go(Place.campaign(campaign.id()))))
                .toList();
    }

    private static Feather icon(CampaignState state) {
        return switch (state) {
            case DRAFT -> Feather.EDIT_2;
            case SCHEDULED -> Feather.CLOCK;
            case RUNNING, FINISHED, CANCELLED -> Feather.SEND;
            case PAUSED -> Feather.PAUSE_CIRCLE;
        };
    }

    private static String note(Workspace workspace, Ui ui, Campaign campaign) {
        var formats = ui.formats();
        var planned = campaign.scheduledAt();
        var begun = campaign.startedAt();
        if (begun == null) {
            return planned == null || campaign.state() != CampaignState.SCHEDULED
                    ? ui.text("shell.find.draft", "ago", formats.ago(campaign.changedAt()))
                    : ui.text("shell.find.planned", "when", formats.when(planned));
        }
        if (campaign.state() == CampaignState.RUNNING || campaign.state() == CampaignState.PAUSED) {
            var counts = workspace.runs().messages().counts(campaign.id());
            return ui.text("shell.find." + campaign.state().key(), "n", counts.taken(), "m", counts.all());
        }
        return ui.text("shell.find.sent", "when", formats.when(begun), "n", workspace.reports().of(campaign).openedBy());
    }

    private static List<FindViewModel.Found> people(Workspace workspace, Ui ui, String query) {
        return workspace.contacts().page(Filter.EVERYONE.withWords(query), 0, PEOPLE).stream()
                .map(row -> new FindViewModel.Found(FindViewModel.Group.PEOPLE, Feather.USER, row.shownName(), note(row), null,
                        () -> ui.go(Place.person(row.id()))))
                .toList();
    }

    private static List<FindViewModel.Found> companies(Workspace workspace, Ui ui, String query) {
        return workspace.companies().page(query, true, 0, COMPANIES).stream()
                .map(company -> new FindViewModel.Found(FindViewModel.Group.COMPANIES, Feather.BRIEFCASE, company.name(), ui.text("company.people-count", "n", company.people()), null,
                        () -> ui.go(Place.company(company.id()))))
                .toList();
    }

    private static String note(ContactRow row) {
        return Stream.of(row.company(), row.country()).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }
}
