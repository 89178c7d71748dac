package app.caravel.desktop.person;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.Company;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.ColumnChoice;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.PageSource;
import app.caravel.desktop.kit.PagedTable;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** All companies with the count of their people, searched as you type. */
public final class CompaniesScreen implements Screen {

    private static final String COLUMNS = "columns.companies";

    private final Workspace workspace;
    private String part = "";
    private boolean byPeople = true;
    private Runnable again = () -> {};

    public CompaniesScreen(Workspace workspace, Ui ui) {
        this.workspace = workspace;
    }

    @Override
    public String id() {
        return Place.COMPANIES.screen();
    }

    @Override
    public String rail() {
        return Place.CONTACTS.screen();
    }

    @Override
    public boolean wide() {
        return true;
    }

    private PageSource<Company> rows() {
        var sought = part;
        boolean most = byPeople;
        return new PageSource<>() {
            @Override
            public int count() {
                return workspace.companies().count(sought);
            }

            @Override
            public List<Company> page(int offset, int limit) {
                return workspace.companies().page(sought, most, offset, limit);
            }
        };
    }

    @Override
    public Node build(Ui ui) {
        var header = new PageHeader(ui.text("company.companies"), "", Buttons.plain(ui.text("person.to-contacts"), Feather.USERS, () -> ui.go(Place.CONTACTS)));
        var table = new PagedTable<Company>(ui.background());
        var name = Columns.<Company>text(ui.text("contacts.company"), 280, Company::name);
        name.setId("name");
        var domain = Columns.<Company>muted(ui.text("company.domain"), 240, Company::domain);
        var country = Columns.<Company>muted(ui.text("contacts.country"), 160, company -> company.country() == null ? null : ui.formats().country(company.country()));
        var people = Columns.<Company>number(ui.text("company.people"), 96, company -> ui.formats().number(company.people()));
        people.setId("people");
        var choice = new ColumnChoice<@Nullable Company>(ui, table, List.of());
        choice.column("name", name, 0).column("domain", domain, 0).column("country", country, 0).column("people", people, 0);
        choice.begin(() -> workspace.settings().get(COLUMNS), line -> workspace.settings().put(COLUMNS, line));
        Tables.flex(table, name, domain);
        table.onOpen(company -> ui.go(Place.company(company.id())));
        table.onSort(sort -> {
            byPeople = sort == null || sort.column().equals("people");
            table.show(rows());
        });
        var search = new TextField(part);
        search.setPromptText(ui.text("company.search"));
        Space.width(search, 240);
        search.textProperty().addListener((_, _, words) -> {
            part = words.strip();
            table.show(rows());
        });
        var nobody = new EmptyFace(Feather.BRIEFCASE, ui.text("company.none"), ui.text("company.none-help"), null);
        var middle = new StackPane(choice, nobody);
        middle.setMinHeight(0);
        nobody.visibleProperty().bind(table.countProperty().isEqualTo(0));
        table.countProperty().addListener((_, _, n) -> header.sentence().setText(n.intValue() < 0 ? "" : ui.text("company.count", "n", n.intValue())));
        VBox.setMargin(middle, new Insets(0, -16, 0, -8));
        var body = new VBox(12, search, Space.grow(middle));
        body.getStyleClass().add("page-body");
        body.setPadding(new Insets(0, 24, 12, 24));
        body.setMinHeight(0);
        var page = new VBox(header, Space.grow(body));
        page.getStyleClass().addAll("page", "companies-view");
        page.setMinHeight(0);
        again = () -> table.show(rows());
        return page;
    }

    @Override
    public void shown(Place place) {
        again.run();
    }
}
