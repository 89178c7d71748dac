package app.caravel.desktop.accounts;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.account.ProviderSearch.Found;
import app.caravel.desktop.kit.Background;

/** Looks for the provider of an address as soon as the typing rests. Only the newest address's answer counts. */
final class ProviderFinding {

    /** Null: nothing was looked for, or not found out yet. */
    final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    final BooleanProperty searching = new SimpleBooleanProperty();

    private final Background background;
    private final Function<String, Found> search;
    private final Executor whenTypingRests;
    private final BiConsumer<String, Found> then;
    private String wanted = "";

    /** @param then told of the newest address's answer */
    ProviderFinding(Background background, Function<String, Found> search, Executor whenTypingRests, BiConsumer<String, Found> then) {
        this.background = background;
        this.search = search;
        this.whenTypingRests = whenTypingRests;
        this.then = then;
    }

    /** @param address whole, or empty where nothing shall be looked for */
    void look(String address) {
        var known = found.get();
        if (address.equals(wanted)) {
            if (known != null) {
                then.accept(address, known);
            }
            return;
        }
        wanted = address;
        found.set(null);
        searching.set(!address.isEmpty());
        if (!address.isEmpty()) {
            whenTypingRests.execute(() -> background.onScreen(() -> ask(address)));
        }
    }

    private void ask(String address) {
        if (!address.equals(wanted)) {
            return;
        }
        background.run(() -> search.apply(address), answer -> {
            if (address.equals(wanted)) {
                searching.set(false);
                found.set(answer);
                then.accept(address, answer);
            }
        }, reason -> {
            searching.set(false);
            background.tell(reason);
        });
    }
}
