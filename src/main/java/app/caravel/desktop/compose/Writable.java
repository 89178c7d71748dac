package app.caravel.desktop.compose;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;

/** Something that a merge field can be put into. */
interface Writable {

    /** What stands on the screen. */
    Node node();

    /** What has the focus while it is written in. */
    Node focused();

    String text();

    /** Where the caret stands. */
    void insert(String text);

    void select(int from, int to);

    static Writable of(TextInputControl control) {
        return new Writable() {
            @Override
            public Node node() {
                return control;
            }

            @Override
            public Node focused() {
                return control;
            }

            @Override
            public String text() {
                return control.getText() == null ? "" : control.getText();
            }

            @Override
            public void insert(String text) {
                control.insertText(control.getCaretPosition(), text);
                control.requestFocus();
            }

            @Override
            public void select(int from, int to) {
                control.selectRange(from, to);
                control.requestFocus();
            }
        };
    }
}
