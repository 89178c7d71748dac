package app.caravel.desktop.shell;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Key;

/** What stands in the rail, in its order; what has no screen yet is left out. */
enum RailItem {
    TODAY("today", Feather.SUN, Key.GO_TODAY),
    CONTACTS("contacts", Feather.USERS, Key.GO_CONTACTS),
    COMPOSE("compose", Feather.EDIT_2, Key.GO_COMPOSE),
    CAMPAIGNS("campaigns", Feather.SEND, Key.GO_CAMPAIGNS),
    ACTIVITY("activity", Feather.ACTIVITY, Key.GO_ACTIVITY),
    MESSAGE_LOG("message-log", Feather.FILE_TEXT, null),
    SANDBOX_INBOX("sandbox-inbox", Feather.INBOX, null),
    ACCOUNTS("accounts", Feather.AT_SIGN, null),
    SETTINGS("settings", Feather.SETTINGS, Key.GO_SETTINGS);

    private final String screen;
    private final Feather icon;
    private final @Nullable Key key;

    RailItem(String screen, Feather icon, @Nullable Key key) {
        this.screen = screen;
        this.icon = icon;
        this.key = key;
    }

    String screen() {
        return screen;
    }

    Feather icon() {
        return icon;
    }

    /** The key that goes there. */
    @Nullable Key key() {
        return key;
    }

    /** Whether it stands at the foot of the rail. */
    boolean foot() {
        return this == ACCOUNTS || this == SETTINGS;
    }

    /** Whether it is there: its screen exists, and the sandbox's inbox belongs to a sandbox. */
    boolean shown(boolean sandbox) {
        return Screens.has(screen) && (this != SANDBOX_INBOX || sandbox);
    }

    /** Whether a key does something: those of the rail only where their screen exists. */
    static boolean works(Key key) {
        for (var item : values()) {
            if (item.key == key) {
                return Screens.has(item.screen);
            }
        }
        return true;
    }

    String textKey() {
        return "shell.rail." + screen;
    }
}
