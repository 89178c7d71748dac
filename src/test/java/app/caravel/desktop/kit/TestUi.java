package app.caravel.desktop.kit;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;

import app.caravel.reason.Reason;
import app.caravel.texts.Texts.Language;

/** A {@link Ui} without a window: remembers where it was sent and what it was told. */
public final class TestUi {

    public final List<Place> went = new ArrayList<>();
    public final List<Toasts.Toast> toasted = new ArrayList<>();
    public final List<Reason> failed = new ArrayList<>();
    public final List<Node> details = new ArrayList<>();
    public final Ui ui;

    public TestUi(Theme theme, Background background, Clock clock, ZoneId zone) {
        ui = new Ui(new Navigator() {
            @Override
            public void go(Place place) {
                went.add(place);
            }

            @Override
            public void back() {
                went.add(Place.TODAY);
            }

            @Override
            public Place here() {
                return went.isEmpty() ? Place.TODAY : went.getLast();
            }
        }, new Details() {
            private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

            @Override
            public void show(Node content) {
                details.add(content);
                open.set(true);
            }

            @Override
            public void close() {
                open.set(false);
            }

            @Override
            public ReadOnlyBooleanProperty open() {
                return open.getReadOnlyProperty();
            }
        }, new Toasts() {
            @Override
            public void show(Toast toast) {
                toasted.add(toast);
            }

            @Override
            public void failed(Reason reason) {
                failed.add(reason);
            }
        }, new NoDialogs(), new NoDesk(), background, theme, clock, zone);
    }

    /** On the JavaFX thread, in English, light. */
    public static TestUi english() {
        return new TestUi(new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new ThreadBackground(_ -> {}), Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    }

    /** Presses the one button of every question; chooses no file. */
    public static final class NoDialogs implements Dialogs {
        @Override
        public void ask(String question, String sentence, String word, Runnable act) {
            act.run();
        }

        @Override
        public void show(Node content, Node first) {}

        @Override
        public void close() {}

        @Override
        public void chooseFile(String title, List<FileKind> kinds, java.util.function.Consumer<java.nio.file.Path> chosen) {}

        @Override
        public void chooseTarget(String title, String proposedName, List<FileKind> kinds, java.util.function.Consumer<java.nio.file.Path> chosen) {}
    }

    /** A desk that leads nowhere, chooses the file that a test names, and remembers whether Caravel starts with the computer. */
    public static class NoDesk implements Desk {

        public java.nio.file.@org.jspecify.annotations.Nullable Path chosen;
        public volatile AtLogin.State login = AtLogin.State.OFF;

        @Override
        public AtLogin atLogin() {
            return new AtLogin() {
                @Override
                public State state() {
                    return login;
                }

                @Override
                public void set(boolean on) {
                    login = on ? State.ON : State.OFF;
                }
            };
        }

        @Override
        public boolean sandbox() {
            return false;
        }

        @Override
        public void openSandbox() {}

        @Override
        public void openReal(Place place) {}

        @Override
        public void takeListOver() {}

        @Override
        public java.nio.file.@org.jspecify.annotations.Nullable Path chooseFile(String title, List<Dialogs.FileKind> kinds) {
            return chosen;
        }

        @Override
        public java.nio.file.@org.jspecify.annotations.Nullable Path chooseTarget(String title, String proposedName, List<Dialogs.FileKind> kinds) {
            return chosen;
        }

        @Override
        public java.nio.file.@org.jspecify.annotations.Nullable Path chooseFolder(String title) {
            return chosen;
        }

        @Override
        public void restore(java.nio.file.Path backup, char @org.jspecify.annotations.Nullable [] passphrase) {}

        @Override
        public void openWithSystem(String address) {}

        @Override
        public void quit() {}
    }
}
