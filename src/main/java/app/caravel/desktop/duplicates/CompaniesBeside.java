package app.caravel.desktop.duplicates;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.Company;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Companies one below the other: whose name stays, and the two acts. */
final class CompaniesBeside extends VBox {

    private static final double WIDTH = 832;
    private static final double DOMAIN = 184;
    private static final double COUNTRY = 128;
    private static final double PEOPLE = 72;

    CompaniesBeside(Alike.Companies companies, DuplicatesViewModel model, Ui ui) {
        super(16);
        setMinHeight(0);
        setMaxWidth(WIDTH);
        var rows = new VBox();
        rows.getStyleClass().addAll("group", "rows");
        var group = new ToggleGroup();
        for (var company : companies.alike().companies()) {
            if (!rows.getChildren().isEmpty()) {
                rows.getChildren().add(Space.line());
            }
            rows.getChildren().add(row(company, group, model, ui));
        }
        int n = companies.alike().companies().size();
        var merge = Buttons.accent(ui.text("duplicates.merge-companies", "n", n), Feather.GIT_MERGE, () -> model.merge(
                undo -> ui.toasts().undoable(ui.text("duplicates.companies-merged", "n", n), null, ui.text("duplicates.undo"), undo)));
        merge.setDefaultButton(true);
        var two = Buttons.plain(ui.text("duplicates.not-the-same-companies"), Feather.BRIEFCASE,
                () -> model.notTheSame(undo -> ui.toasts().undoable(ui.text("duplicates.kept-apart-companies"), null, ui.text("duplicates.undo"), undo)));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        getChildren().setAll(Words.heading(ui.text("duplicates.whose-name")), scroll, Words.wrapped(Words.help(ui.text("duplicates.companies-help"))), Space.row(12, merge, two));
    }

    /** One below the other from row to row. */
    private static Node column(String words, double width) {
        return Space.width(Words.han(Words.muted(words)), width);
    }

    private static Node row(Company company, ToggleGroup group, DuplicatesViewModel model, Ui ui) {
        var radio = new RadioButton(company.name());
        radio.setMnemonicParsing(false);
        radio.setToggleGroup(group);
        radio.setSelected(model.stays.get() == company.id());
        radio.setOnAction(_ -> model.stay(company.id()));
        radio.setMinWidth(0);
        var country = company.country() == null ? "" : ui.formats().country(company.country());
        var row = Space.row(16, Space.grow(radio), column(company.domain() == null || company.domain().equals(company.name()) ? "" : company.domain(), DOMAIN), column(country, COUNTRY),
                column(ui.text("duplicates.people-n", "n", company.people()), PEOPLE), Words.link(ui.text("duplicates.open"), () -> ui.go(Place.company(company.id()))));
        row.setPadding(new Insets(8, 16, 8, 16));
        return row;
    }
}
