package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignState;
import app.caravel.desktop.campaigns.CampaignPageViewModel.Numbers;
import app.caravel.desktop.campaigns.RunViewModel.Tab;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.RecipientFilter;

/** The campaign page: who got it, who read it, what they want. */
final class CampaignPageView extends VBox {

    private final CampaignPageViewModel model;
    private final Ui ui;
    private final VBox top = new VBox();
    private final VBox above = new VBox(20);
    private final RecipientsPart recipients;
    private final RunParts parts;
    private final Segmented<Tab> tabs;
    private final VBox body = new VBox(16);
    private final VBox page = new VBox();
    private final InvalidationListener runs = _ -> head();
    private final InvalidationListener tab = _ -> arrange();
    private final RunBand band;
    private @Nullable Numbers shown;

    CampaignPageView(CampaignPageViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        Sheets.wear(this);
        setMinSize(0, 0);
        recipients = new RecipientsPart(model, ui);
        VBox.setVgrow(recipients, Priority.ALWAYS);
        parts = new RunParts(model.run, ui);
        band = new RunBand(model.run, ui);
        VBox.setMargin(band, new Insets(0, 24, 16, 24));
        VBox.setVgrow(parts, Priority.ALWAYS);
        tabs = new Segmented<>(List.of(Tab.values()), model.run.tab.get(), each -> RunParts.word(each, ui));
        tabs.valueProperty().bindBidirectional(model.run.tab);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        page.getChildren().addAll(top, body);
        page.setMinHeight(0);
        getChildren().add(Space.grow(new Faces<>(ui, model.numbers, this::shown)));
        model.run.progress().addListener(new WeakInvalidationListener(runs));
        model.run.run().addListener(new WeakInvalidationListener(tab));
        model.run.tab.addListener(new WeakInvalidationListener(tab));
    }

    private Node shown(Numbers numbers) {
        boolean same = numbers.equals(shown);
        shown = numbers;
        if (!same) {
            head();
            above.getChildren().setAll(new CampaignNumbers(numbers, model, ui));
            recipients.about(numbers);
            arrange();
        }
        return page;
    }

    /** People with all that is known of their reading, or the tiles and one side of the run. */
    private void arrange() {
        var numbers = shown;
        if (numbers == null) {
            return;
        }
        var nodes = new ArrayList<Node>();
        if (model.run.hasParts()) {
            nodes.add(tabs);
        }
        boolean people = !model.run.hasParts() || model.run.tab.get() == Tab.PEOPLE;
        body.setPadding(new Insets(0, 24, people ? 0 : 24, 24));
        if (people) {
            nodes.add(above);
            nodes.add(recipients);
        } else {
            nodes.add(Tiles.of(numbers.report(), ui)); // where they stand above the people too
            nodes.add(parts);
        }
        if (!body.getChildren().equals(nodes)) {
            body.getChildren().setAll(nodes);
        }
    }

    private void head() {
        var numbers = shown;
        if (numbers == null) {
            return;
        }
        var header = new PageHeader(numbers.campaign().name(), sentence(numbers), export(), new CampaignMenu(numbers.campaign(), model, ui).button());
        int clicked = numbers.counts().getOrDefault(RecipientFilter.CLICKED, 0);
        if (clicked > 0 && numbers.campaign().state() != CampaignState.RUNNING) {
            header.getChildren().add(Buttons.accent(ui.text("campaigns.write-to-clicked", "n", clicked), Feather.EDIT_2, () -> writeTo(numbers)));
        }
        header.title().setMinWidth(0);
        top.getChildren().setAll(header);
        if (model.run.isOpen()) {
            top.getChildren().add(band);
        }
        arrange();
    }

    private String sentence(Numbers numbers) {
        var at = numbers.campaign().startedAt();
        int all = numbers.report().counts().all();
        var said = model.run.isUnderWay() ? "campaigns.sent-to-so-far" : "campaigns.sent-to";
        return at == null ? ui.text("campaigns.not-begun") : ui.text(said, "n", all, "time", ui.formats().longDay(at) + ui.text("story.comma") + ui.formats().time(at));
    }

    private Button export() {
        var button = Buttons.icon(ui.text("campaigns.export"), Feather.DOWNLOAD, () -> {});
        var menu = new ContextMenu(item("campaigns.export.xlsx", Feather.GRID, () -> save("xlsx")), item("campaigns.export.csv", Feather.FILE_TEXT, () -> save("csv")));
        button.setOnAction(_ -> menu.show(button, javafx.geometry.Side.BOTTOM, 0, 4));
        return button;
    }

    private MenuItem item(String key, Feather icon, Runnable act) {
        var item = new MenuItem(ui.text(key), Icons.of(icon, "small"));
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void save(String kind) {
        var numbers = shown;
        if (numbers == null) {
            return;
        }
        var day = java.time.LocalDate.ofInstant(ui.clock().instant(), ui.zone());
        var name = numbers.campaign().name().replaceAll("[\\\\/:*?\"<>|]", "_") + "_" + day + "." + kind;
        var word = ui.text("campaigns.export." + kind);
        ui.dialogs().chooseTarget(ui.text("campaigns.export"), name, List.of(Dialogs.FileKind.of(word, "*." + kind)),
                file -> model.export(file, this::saved));
    }

    private void saved(Path file) {
        ui.toasts().done(ui.text("campaigns.saved", "file", file.getFileName().toString()), null, ui.text("campaigns.open-folder"),
                () -> ui.desk().openWithSystem(String.valueOf(file.toAbsolutePath().getParent())));
    }

    private void writeTo(Numbers numbers) {
        var name = numbers.campaign().name();
        model.writeToClicked(ui.text("campaigns.follow-up", "name", name), ui.text("campaigns.clicked-list", "name", name),
                draft -> ui.go(Place.campaignStep(draft.id(), "content")));
    }

    /** What stands above the table: tiles, what "likely" means, openings over time, links, products. */
    static final class CampaignNumbers extends VBox {

        CampaignNumbers(Numbers numbers, CampaignPageViewModel model, Ui ui) {
            super(16);
            var report = numbers.report();
            getChildren().add(Tiles.of(report, ui));
            if (report.openedBy() > 0 || report.machineOpens() > 0) {
                getChildren().add(likely(numbers, ui));
            }
            if (!numbers.opens().isEmpty() || report.clickedBy() > 0) {
                var chart = new OpensChart(numbers.opens(), ui);
                HBox.setHgrow(chart, Priority.ALWAYS);
                var row = new HBox(28, chart, numbers.products().isEmpty() ? Space.width(new ClickedLinks(report, ui), ClickedParts.WIDTH)
                        : new ClickedParts(new ClickedLinks(report, ui), new ClickedProducts(numbers.products(), report, model, ui), widthProperty(), ui));
                row.setMinHeight(OpensChart.HEIGHT);
                row.setMaxHeight(OpensChart.HEIGHT);
                getChildren().add(row);
            }
        }

        private static Node likely(Numbers numbers, Ui ui) {
            var words = Words.wrapped(Words.help(ui.text("campaigns.likely-means", "n", numbers.report().machineOpens())));
            words.setMinWidth(0);
            return new HBox(8, Icons.of(Feather.INFO, "small", "subtle"), Space.grow(words));
        }
    }
}
