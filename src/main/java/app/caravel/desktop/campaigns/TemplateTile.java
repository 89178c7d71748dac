package app.caravel.desktop.campaigns;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import app.caravel.desktop.kit.MailPictures;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A template among others, 240 wide: its picture, its name, whom it is for. */
final class TemplateTile extends Button {

    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final double WIDTH = 240;
    private static final double PICTURE = 152;

    private final Offer offer;
    private final NewCampaignViewModel model;
    private final StackPane frame = new StackPane();

    TemplateTile(Offer offer, NewCampaignViewModel model, Ui ui) {
        this.offer = offer;
        this.model = model;
        var name = Words.strong(model.name(offer));
        name.setMinWidth(0);
        var line = Words.small(model.line(offer));
        line.setMinWidth(0);
        Space.height(frame, PICTURE);
        Space.width(frame, WIDTH);
        frame.getStyleClass().add("template-picture");
        frame.getChildren().add(Space.styled(new Region(), "skeleton"));
        var words = Space.column(2, name, line);
        words.getStyleClass().add("template-words");
        setGraphic(Space.column(0, frame, words));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().setAll("button", "template-tile");
        setAccessibleText(name.getText() + ". " + line.getText());
        Space.width(this, WIDTH);
        setOnAction(_ -> model.chosen.set(offer));
        if (offer.source() instanceof Offer.Mine(var template)) {
            setContextMenu(new TemplateMenu(template, model, ui));
        }
        var kept = offer.picture();
        if (kept != null) {
            show(new Image(kept));
        }
    }

    Offer offer() {
        return offer;
    }

    void marked(boolean on) {
        pseudoClassStateChanged(ON, on);
    }

    /** Has its picture drawn where none was kept. */
    void drawnBy(MailPictures pictures) {
        if (offer.picture() != null) {
            return;
        }
        pictures.draw(offer.drawn(), picture -> {
            show(picture);
            if (offer.source() instanceof Offer.Mine(var template)) {
                model.keepPicture(template, Snapshots.png(picture));
            }
        });
    }

    private void show(Image picture) {
        var view = new ImageView(picture);
        view.setFitWidth(WIDTH - 2);
        view.setFitHeight(PICTURE - 2);
        view.setSmooth(true);
        frame.getChildren().setAll(view);
    }
}
