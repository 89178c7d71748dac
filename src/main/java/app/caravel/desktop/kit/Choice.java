package app.caravel.desktop.kit;

import javafx.scene.control.ToggleButton;

/** Something to be chosen that is always one of its group: pressing the chosen one leaves it chosen. Reached by Tab. */
class Choice extends ToggleButton {

    Choice(String text, String styleClass) {
        super(text);
        // not AtlantaFX's toggle button: its colours reach deeper than an author stylesheet likes to follow
        getStyleClass().setAll(styleClass);
        setMinWidth(USE_PREF_SIZE);
        setMnemonicParsing(false);
    }

    @Override
    public void fire() {
        if (getToggleGroup() == null || !isSelected()) {
            super.fire();
        }
    }
}
