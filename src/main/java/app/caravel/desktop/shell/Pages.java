package app.caravel.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Navigator;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;

/** The middle of the window: holds the screens that were gone to, and the way back. */
final class Pages extends StackPane implements Navigator {

    private static final int REMEMBERED = 50;

    private final Function<String, Screen> maker;
    private final Function<Screen, Node> builder;
    private final Consumer<Screen> moved;
    private final Map<String, Screen> screens = new HashMap<>();
    private final Map<String, Node> views = new HashMap<>();
    private final Deque<Place> past = new ArrayDeque<>();
    private Place here = Place.TODAY;
    private @Nullable Screen shown;

    /** @param moved called with each screen before it comes to front */
    Pages(Function<String, Screen> maker, Function<Screen, Node> builder, Consumer<Screen> moved) {
        this.maker = maker;
        this.builder = builder;
        this.moved = moved;
        getStyleClass().add("page");
        setMinSize(0, 0);
    }

    @Override
    public void go(Place place) {
        if (!Screens.has(place.screen())) {
            System.getLogger(Pages.class.getName()).log(System.Logger.Level.WARNING, "no screen {0}", place.screen());
            return;
        }
        if (shown != null && !place.equals(here)) {
            past.push(here);
            if (past.size() > REMEMBERED) {
                past.removeLast();
            }
        }
        show(place);
    }

    @Override
    public void instead(Place place) {
        if (Screens.has(place.screen())) {
            show(place);
        }
    }

    @Override
    public void back() {
        show(past.isEmpty() ? Place.TODAY : past.pop());
    }

    @Override
    public Place here() {
        return here;
    }

    /** The window goes: the screen that shows may do nothing more. */
    void end() {
        if (shown != null) {
            shown.left();
        }
    }

    /** Builds all views anew, in the language of now; what the view models hold stays. */
    void rebuild() {
        views.clear();
        if (shown != null) {
            show(here);
        }
    }

    private void show(Place place) {
        var screen = screens.computeIfAbsent(place.screen(), maker);
        if (shown != null && shown != screen) {
            shown.left();
        }
        here = place;
        shown = screen;
        moved.accept(screen);
        getChildren().setAll(views.computeIfAbsent(screen.id(), _ -> builder.apply(screen)));
        screen.shown(place);
    }
}
