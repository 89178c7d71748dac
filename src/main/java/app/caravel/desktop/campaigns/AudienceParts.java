package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Audience.Part;
import app.caravel.campaign.CampaignCheck;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Whom a draft goes to and whom not: the lists and segments of each side, a row each with its size, and one more to be added. */
final class AudienceParts extends VBox {

    /** Brings a flat button's icon under those above it. */
    private static final Insets FLUSH = new Insets(-8, 0, -8, -8);
    /** The same for a menu's, which has more room around it. */
    private static final Insets FLUSH_MENU = new Insets(-8, 0, -8, -24);

    private final DraftViewModel model;
    private final Ui ui;
    private final InvalidationListener changed = _ -> show();

    AudienceParts(DraftViewModel model, Ui ui) {
        super(24);
        this.model = model;
        this.ui = ui;
        setMaxWidth(560);
        var weak = new WeakInvalidationListener(changed);
        model.campaign().addListener(weak);
        model.audience.choices.state().addListener(weak);
        model.audience.facts.state().addListener(weak);
        show();
    }

    private void show() {
        var campaign = model.campaign().get();
        var audience = campaign == null ? Audience.NOBODY : campaign.audience();
        var counted = model.audience.facts.value();
        var to = rows(audience.to(), counted == null ? List.of() : counted.sizes().to(), "campaigns.people");
        to.add(adder(audience, "campaigns.add-to", "audience-to", model.audience::writeTo));
        getChildren().setAll(StepPage.group(ui.text("campaigns.goes-to"), to.toArray(Node[]::new)));
        if (audience.isChosen()) {
            getChildren().add(StepPage.group(ui.text("campaigns.not-to"), not(audience, counted).toArray(Node[]::new)));
        }
    }

    private List<Node> not(Audience audience, CampaignCheck.@Nullable Counted counted) {
        var not = rows(audience.not(), counted == null ? List.of() : counted.sizes().not(), "campaigns.takes-out");
        if (!audience.without().isEmpty()) {
            not.add(StepPage.row(Space.row(8, Icons.of(Feather.USER_X, "small", "subtle"), Words.body(ui.text("campaigns.picked-out"))),
                    Words.muted(ui.text("campaigns.people", "n", audience.without().size())), Words.link(ui.text("campaigns.pick.see"), () -> PickBox.open(model, ui)), Words.link(ui.text("campaigns.let-in"), model.audience::letAllIn)));
        }
        not.add(adder(audience, "campaigns.add-not", "audience-not", model.audience::leaveOut));
        not.add(single());
        return not;
    }

    private Node single() {
        var button = Buttons.flat(ui.text("campaigns.pick.open"), Feather.USER_X, () -> PickBox.open(model, ui));
        button.setId("audience-single");
        HBox.setMargin(button, FLUSH);
        return StepPage.row(button);
    }

    private List<Node> rows(List<Part> parts, List<Integer> sizes, String sizeKey) {
        var rows = new ArrayList<Node>();
        for (int i = 0; i < parts.size(); i++) {
            rows.add(row(parts.get(i), i < sizes.size() ? ui.text(sizeKey, "n", sizes.get(i)) : ""));
        }
        return rows;
    }

    private Node row(Part part, String size) {
        var choices = model.audience.choices.value();
        var now = choices == null ? part : choices.now(part).orElse(null);
        boolean list = part.kind() == Audience.Kind.LIST;
        var name = Words.strong(now == null ? part.name() : now.name());
        name.setMinWidth(0);
        var what = Space.row(8, Icons.of(list ? Feather.LIST : Feather.FILTER, "small", "subtle"), name);
        var said = now == null ? Words.of(ui.text(list ? "campaigns.list-is-gone" : "campaigns.segment-is-gone"), "bounce-text") : Words.muted(size);
        return StepPage.row(what, said, Buttons.flatIcon(ui.text("campaigns.drop-part"), Feather.X, () -> model.audience.drop(part), "small"));
    }

    private Node adder(Audience audience, String key, String id, Consumer<Part> add) {
        var button = new MenuButton(ui.text(key), Icons.of(Feather.PLUS));
        button.setId(id);
        var choices = model.audience.choices.value();
        var parts = choices == null ? List.<Part>of() : choices.besides(audience);
        for (var part : parts) {
            var item = new MenuItem(part.name(), Icons.of(part.kind() == Audience.Kind.LIST ? Feather.LIST : Feather.FILTER));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> add.accept(part));
            button.getItems().add(item);
        }
        if (parts.isEmpty() && choices != null) {
            var none = new MenuItem(ui.text("campaigns.no-more-parts"));
            none.setDisable(true);
            button.getItems().add(none);
        }
        if (audience.isChosen()) {
            button.getStyleClass().add("flat");
            HBox.setMargin(button, FLUSH_MENU);
        }
        return StepPage.row(button);
    }
}
