package app.caravel.desktop.campaigns;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.desktop.campaigns.CampaignListViewModel.Heading;
import app.caravel.desktop.campaigns.CampaignListViewModel.Item;
import app.caravel.desktop.campaigns.CampaignListViewModel.Row;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.CampaignOverviews.Overview;

/** A row of the campaign list, 56 high and of two lines, or the heading of a group, 28 high. */
final class CampaignCell extends ListCell<Item> {

    private static final double STATE = 192;
    private static final double OPENED = 128;
    private static final double CLICKED = 80;
    private static final double BOUNCED = 80;
    private static final double WHEN = 168;
    private static final double MENU = 32;

    private final Ui ui;
    private final CampaignListView list;

    CampaignCell(Ui ui, CampaignListView list) {
        this.ui = ui;
        this.list = list;
        setPrefWidth(0);
    }

    /** The words above the columns. */
    static HBox heads(Ui ui) {
        var row = Space.row(0, Space.grow(head(ui, "name", -1)), head(ui, "state", STATE), right(head(ui, "opened", OPENED)),
                right(head(ui, "clicked", CLICKED)), right(head(ui, "bounced", BOUNCED)), right(head(ui, "when", WHEN)), Space.width(new Label(), MENU));
        row.getStyleClass().add("campaign-heads");
        return row;
    }

    private static Label head(Ui ui, String column, double width) {
        var label = Words.help(ui.text("campaigns.column." + column));
        return width < 0 ? label : Space.width(label, width);
    }

    private static Label right(Label label) {
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeAll("campaign-row", "campaign-heading");
        setContextMenu(null);
        setDisable(false);
        switch (empty ? null : item) {
            case null -> setGraphic(null);
            case Heading heading -> {
                getStyleClass().add("campaign-heading");
                setDisable(true);
                setGraphic(Words.help(ui.text("campaigns.group." + heading.group().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
            }
            case Row row -> {
                getStyleClass().add("campaign-row");
                setGraphic(row(row));
                setContextMenu(menu(row.of()));
            }
        }
    }

    private Node row(Row row) {
        var of = row.of();
        var menu = Buttons.flatIcon(ui.text("campaigns.more"), Feather.MORE_HORIZONTAL, () -> {}, "small");
        menu.setOnAction(_ -> menu(of).show(menu, javafx.geometry.Side.BOTTOM, 0, 4));
        var menuBox = Space.width(Space.row(0, Space.rest(), menu), MENU);
        var name = Space.grow(names(of));
        var cells = Space.row(0, name, Space.width(state(row), STATE),
                figure(of.opened() == 0 ? "–" : ui.text("campaigns.about", "n", of.opened()), share(of, of.opened()), OPENED),
                figure(of.clicked() == 0 ? "–" : ui.formats().number(of.clicked()), share(of, of.clicked()), CLICKED),
                figure(of.counts().of(MessageState.BOUNCED) == 0 ? "–" : ui.formats().number(of.counts().of(MessageState.BOUNCED)), "", BOUNCED),
                when(of.campaign()), menuBox);
        cells.setMinWidth(0);
        return cells;
    }

    private VBox names(Overview of) {
        var name = Words.strong(of.campaign().name());
        name.setMinWidth(0);
        var column = Space.column(2, name, second(of));
        column.setMinWidth(0);
        column.setAlignment(Pos.CENTER_LEFT);
        column.setPadding(new javafx.geometry.Insets(0, 16, 0, 0));
        return column;
    }

    /** Who it goes to; or what it needs, with a small act. */
    private Node second(Overview of) {
        int doubtful = of.counts().of(MessageState.IN_DOUBT);
        var campaign = of.campaign();
        if (doubtful > 0) {
            return need(ui.text("campaigns.in-doubt", "n", doubtful), "scheduled-text", ui.text("campaigns.decide"), () -> list.open(campaign));
        }
        if (campaign.state() == CampaignState.PAUSED && campaign.problem() != null) {
            return need(ui.text(campaign.problem()), "bounce-text", null, () -> {});
        }
        var audience = of.audience().isEmpty() ? ui.text("campaigns.no-audience")
                : ui.text(of.left() == 0 ? "campaigns.audience-of" : "campaigns.audience-of-less", "list", String.join(ui.text("campaigns.list-comma"), of.audience()), "n", of.people());
        return Words.small(audience);
    }

    private static HBox need(String words, String meaning, @Nullable String act, Runnable does) {
        var label = Words.of(words, "small", meaning);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(words));
        var row = Space.row(8, label);
        if (act != null) {
            row.getChildren().add(Words.link(act, does));
            row.getChildren().getLast().getStyleClass().add("small");
        }
        return row;
    }

    private javafx.scene.layout.Region state(Row row) {
        var of = row.of();
        var shown = StateWords.campaign(ui, of.campaign().state());
        var first = Space.row(8, Icons.of(shown.icon(), "small", shown.iconClass()), Words.body(shown.word()));
        first.setAlignment(Pos.CENTER_LEFT);
        if (of.campaign().state() != CampaignState.RUNNING && of.campaign().state() != CampaignState.PAUSED) {
            return first;
        }
        int all = of.counts().all();
        int done = all - of.counts().left();
        var bar = new Bar(4, new Bar.Part(all == 0 ? 0 : (double) done / all, of.campaign().state() == CampaignState.RUNNING ? "fill-accent" : "fill-scheduled"));
        bar.setMaxWidth(STATE - 16);
        var count = Words.help(ui.text("campaigns.of", "n", done, "m", all));
        HBox.setMargin(count, new javafx.geometry.Insets(0, 0, 0, 4));
        first.getChildren().add(count);
        var column = Space.column(8, first, bar);
        column.setAlignment(Pos.CENTER_LEFT);
        return column;
    }

    private String share(Overview of, int people) {
        int sent = of.counts().taken();
        return sent == 0 || people == 0 ? "" : ui.formats().percent(people, sent);
    }

    private static javafx.scene.layout.Region figure(String number, String below, double width) {
        var column = Space.column(2, Words.body(number));
        if (!below.isEmpty()) {
            column.getChildren().add(Words.help(below));
        }
        if (number.equals("–")) {
            column.getChildren().getFirst().getStyleClass().add("subtle");
        }
        column.setAlignment(Pos.CENTER_RIGHT);
        return Space.width(column, width);
    }

    private javafx.scene.layout.Region when(Campaign campaign) {
        var at = switch (campaign.state()) {
            case SCHEDULED -> campaign.scheduledAt();
            case DRAFT -> campaign.changedAt();
            case RUNNING, PAUSED -> campaign.startedAt();
            case FINISHED, CANCELLED -> campaign.startedAt() == null ? campaign.changedAt() : campaign.startedAt();
        };
        if (at == null) {
            return Space.width(new Label(), WHEN);
        }
        var words = campaign.state() == CampaignState.DRAFT ? ui.text("campaigns.changed", "ago", ui.formats().ago(at)) : ui.formats().when(at);
        var label = Words.body(words);
        label.setTooltip(new Tooltip(ui.formats().full(at)));
        label.setAlignment(Pos.CENTER_RIGHT);
        if (campaign.state() != CampaignState.SCHEDULED) {
            label.getStyleClass().add("muted");
        }
        return Space.width(label, WHEN);
    }

    private ContextMenu menu(Overview of) {
        var campaign = of.campaign();
        var menu = new ContextMenu(item("campaigns.open", Feather.CORNER_DOWN_RIGHT, () -> list.open(campaign)),
                item("campaigns.copy", Feather.COPY, () -> list.copy(campaign)),
                item("campaigns.save-template", Feather.BOOKMARK, () -> list.saveAsTemplate(campaign)));
        switch (campaign.state()) {
            case RUNNING -> menu.getItems().add(item("campaigns.pause", Feather.PAUSE, () -> list.pause(campaign)));
            case PAUSED -> menu.getItems().add(item("campaigns.resume", Feather.PLAY, () -> list.resume(campaign)));
            case SCHEDULED -> menu.getItems().addAll(rename(campaign), delete(campaign));
            case DRAFT -> menu.getItems().addAll(rename(campaign), archive(campaign), delete(campaign));
            case FINISHED, CANCELLED -> {
                if (of.clicked() > 0) {
                    menu.getItems().add(item("campaigns.to-results", Feather.USERS, () -> ui.go(Place.campaign(campaign.id()))));
                }
                menu.getItems().add(archive(campaign));
            }
        }
        return menu;
    }

    private MenuItem rename(Campaign campaign) {
        return item("campaigns.rename", Feather.EDIT_3, () -> list.rename(campaign));
    }

    private MenuItem archive(Campaign campaign) {
        return campaign.archived() ? item("campaigns.unarchive", Feather.ROTATE_CCW, () -> list.archive(campaign, false))
                : item("campaigns.archive", Feather.ARCHIVE, () -> list.archive(campaign, true));
    }

    private MenuItem delete(Campaign campaign) {
        return item("campaigns.delete-draft", Feather.TRASH_2, () -> list.delete(campaign));
    }

    private MenuItem item(String key, Feather icon, Runnable act) {
        var item = new MenuItem(ui.text(key), Icons.of(icon, "small"));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
