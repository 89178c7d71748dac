package app.caravel.desktop.kit;

import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * All keys of the app: the handlers and the sheet that {@code ?} shows both read this table. A key's words are
 * {@code keys.<name>}, its group's {@code keys.group.<name>}.
 */
public enum Key {
    FIND(Group.EVERYWHERE, "Shortcut+K"),
    NEW_CAMPAIGN(Group.EVERYWHERE, "Shortcut+N"),
    IMPORT(Group.EVERYWHERE, "Shortcut+I"),
    BACK(Group.EVERYWHERE, "Alt+Left"),
    CLOSE(Group.EVERYWHERE, "Esc"),
    RAIL(Group.EVERYWHERE, "Shortcut+B"),
    SHEET(Group.EVERYWHERE, "?"),
    GO_TODAY(Group.GO, "Shortcut+1"),
    GO_CONTACTS(Group.GO, "Shortcut+2"),
    GO_COMPOSE(Group.GO, "Shortcut+3"),
    GO_CAMPAIGNS(Group.GO, "Shortcut+4"),
    GO_ACTIVITY(Group.GO, "Shortcut+5"),
    GO_SETTINGS(Group.GO, "Shortcut+Comma"),
    OPEN(Group.TABLES, "Enter"),
    CHOOSE_ALL(Group.TABLES, "Shortcut+A"),
    PASTE(Group.TABLES, "Shortcut+V"),
    SEARCH_HERE(Group.TABLES, "Shortcut+F"),
    PREVIOUS_MONTH(Group.TABLES, "Page Up"),
    NEXT_MONTH(Group.TABLES, "Page Down"),
    THIS_MONTH(Group.TABLES, "Home"),
    UNDO(Group.WRITING, "Shortcut+Z"),
    REDO(Group.WRITING, "Shortcut+Shift+Z"),
    MERGE_FIELD(Group.WRITING, "Shortcut+M"),
    GO_ON(Group.WRITING, "Shortcut+Enter");

    /** Where a key works. */
    public enum Group { EVERYWHERE, GO, TABLES, WRITING }

    private final Group group;
    private final String keys;

    Key(Group group, String keys) {
        this.group = group;
        this.keys = keys;
    }

    public Group group() {
        return group;
    }

    /** As the system writes it: Ctrl+K, ⌘K, ?. */
    public String shown() {
        return this == SHEET ? "?" : this == CLOSE ? "Esc" : combination().getDisplayText();
    }

    /** The key of the text that says what it does. */
    public String textKey() {
        return "keys." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether the event is this key. */
    public boolean is(KeyEvent event) {
        return this == SHEET
                ? event.getEventType() == KeyEvent.KEY_TYPED && "?".equals(event.getCharacter())
                : event.getEventType() == KeyEvent.KEY_PRESSED && combination().match(event);
    }

    /** Does something on this key while the focus is within the node. */
    public void on(Node node, Runnable act) {
        node.addEventHandler(this == SHEET ? KeyEvent.KEY_TYPED : KeyEvent.KEY_PRESSED, event -> {
            if (!event.isConsumed() && is(event)) {
                event.consume();
                act.run();
            }
        });
    }

    private KeyCombination combination() {
        return KeyCombination.valueOf(keys);
    }
}
