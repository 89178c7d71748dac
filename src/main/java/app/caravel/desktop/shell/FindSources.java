package app.caravel.desktop.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Where Ctrl+K looks, beside the acts: people by name, company or address. */
final class FindSources {

    private static final int SHOWN = 6;

    private FindSources() {}

    static List<FindViewModel.Source> of(Workspace workspace, Ui ui) {
        return List.of(query -> people(workspace, ui, query));
    }

    private static List<FindViewModel.Found> people(Workspace workspace, Ui ui, String query) {
        return workspace.contacts().page(Filter.EVERYONE.withWords(query), 0, SHOWN).stream()
                .map(row -> new FindViewModel.Found(FindViewModel.Group.PEOPLE, Feather.USER, row.shownName(), note(row), null,
                        () -> ui.go(Place.contact(row.id()))))
                .toList();
    }

    private static String note(ContactRow row) {
        return Stream.of(row.company(), row.country()).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }
}
