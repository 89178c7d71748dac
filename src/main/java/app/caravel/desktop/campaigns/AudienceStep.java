package app.caravel.desktop.campaigns;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignCheck;
import app.caravel.desktop.health.HealthBlock;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The audience step: how many get it and who is left out, the lists and segments, the account; beside them how well these people stand. */
final class AudienceStep extends StepPage {

    private final DraftViewModel model;
    private final Ui ui;
    private final VBox figure = new VBox();
    private final VBox leftOut = new VBox();
    private final InvalidationListener counted = _ -> counts();

    AudienceStep(DraftViewModel model, Ui ui) {
        super(ui.text("campaigns.audience"), ui.text("campaigns.audience.sentence"));
        this.model = model;
        this.ui = ui;
        add(figure, new Beside(List.of(new AudienceParts(model, ui)), List.of(new SpreadPart(model, ui), ways(), leftOut)));
        figure.managedProperty().bind(Bindings.isNotEmpty(figure.getChildren()));
        leftOut.managedProperty().bind(Bindings.isNotEmpty(leftOut.getChildren()));
        panel(health());
        model.audience.facts.state().addListener(new WeakInvalidationListener(counted));
        counts();
    }

    /** Whom it goes to above by whom it goes; side by side where there is room for both. */
    private static final class Beside extends StackPane {

        private static final double FROM = 2 * 560 + 48;
        private final VBox first = new VBox(24);
        private final VBox second = new VBox(24);

        Beside(List<? extends Node> whom, List<? extends Node> by) {
            first.getChildren().setAll(whom);
            second.getChildren().setAll(by);
            setAlignment(Pos.TOP_LEFT);
            lay(false);
            widthProperty().addListener((_, before, now) -> {
                if (before.doubleValue() >= FROM != now.doubleValue() >= FROM) {
                    lay(now.doubleValue() >= FROM);
                }
            });
        }

        private void lay(boolean beside) {
            var both = beside ? new HBox(48) : new VBox(24);
            for (var column : List.of(first, second)) {
                column.setMinWidth(beside ? 560 : 0);
                both.getChildren().add(column);
            }
            getChildren().setAll(both);
        }
    }

    private javafx.scene.Node ways() {
        return Space.row(16, Words.link(ui.text("campaigns.import-list"), () -> ui.go(Place.IMPORT)),
                Words.link(ui.text("campaigns.add-account"), () -> ui.go(Place.ADD_ACCOUNT)));
    }

    private void counts() {
        var campaign = model.campaign().get();
        if (campaign == null || !campaign.audience().isChosen()) {
            figure.getChildren().clear();
            leftOut.getChildren().clear();
            return;
        }
        if (figure.getChildren().isEmpty()) {
            figure.getChildren().setAll(new Faces<>(ui, model.audience.facts, this::figure));
        }
        var facts = model.audience.facts.value();
        if (facts == null || facts.leftOut().isEmpty()) {
            leftOut.getChildren().clear();
        } else {
            leftOut.getChildren().setAll(reasons(facts));
        }
    }

    /** Beside the choice: how well the chosen people stand. */
    private ScrollPane health() {
        var block = new HealthBlock(model.audience.health, ui);
        block.setPadding(new Insets(20));
        var scroll = new ScrollPane(block);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.visibleProperty().bind(model.audience.health.health().isNotNull().or(model.audience.health.running()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        return scroll;
    }

    private VBox figure(CampaignCheck.Counted facts) {
        var people = Words.figure(ui.text("campaigns.people", "n", facts.people()));
        var said = Words.muted(facts.leftOut().isEmpty() ? ui.text("campaigns.nobody-left-out") : ui.text("campaigns.left-out", "n", facts.leftOut().size()));
        return Space.column(4, people, said);
    }

    private VBox reasons(CampaignCheck.Counted facts) {
        var rows = AudienceViewModel.byReason(facts.leftOut()).entrySet().stream()
                .map(each -> row(Space.row(8, Icons.of(Feather.SLASH, "small", "subtle"), Words.body(ui.text("suppression.reason-" + each.getKey().replace('_', '-')))),
                        Words.muted(ui.text("campaigns.people", "n", each.getValue()))))
                .toArray(javafx.scene.Node[]::new);
        var left = group(ui.text("campaigns.left-out.title"), rows);
        left.setMaxWidth(560);
        return Space.column(12, left, Space.row(0, Buttons.flat(ui.text("campaigns.see-suppressed"), Feather.SLASH, () -> ui.go(Place.SUPPRESSION))));
    }
}
