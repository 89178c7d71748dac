package app.caravel.desktop.accounts;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.account.BrowserSignIns;
import app.caravel.account.BrowserSignIns.Wish;
import app.caravel.account.oauth.BrowserSignIn;
import app.caravel.account.oauth.Client;
import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.OAuthException;
import app.caravel.account.oauth.Pages;
import app.caravel.account.oauth.Tokens;
import app.caravel.account.route.Route;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Signing in by the browser: begun, waited for, given up, and what came of it. */
final class BrowserModel {

    /** How it stands. */
    enum State {
        IDLE,
        WAITING,
        SIGNED_IN,
        FAILED
    }

    /** What came of it. */
    record Signed(Wish wish, Tokens tokens) {}

    final ObjectProperty<State> state = new SimpleObjectProperty<>(State.IDLE);
    /** What the browser has to open while it is waited for. */
    final StringProperty page = new SimpleStringProperty("");
    /** Why it failed. */
    final ReadOnlyObjectWrapper<@Nullable Reason> problem = new ReadOnlyObjectWrapper<>();
    /** The user's own client id; empty: the one that is built in. */
    final StringProperty clientId = new SimpleStringProperty("");
    final StringProperty clientSecret = new SimpleStringProperty("");

    private final BrowserSignIns signIns;
    private final Background background;
    private @Nullable BrowserSignIn waiting;
    private @Nullable Signed signed;

    BrowserModel(BrowserSignIns signIns, Background background) {
        this.signIns = signIns;
        this.background = background;
    }

    /** Whether there is a client id to sign in with. */
    boolean hasClient(Issuer issuer) {
        return !clientId.get().isBlank() || Client.builtIn(issuer).isPresent();
    }

    @Nullable Signed signed() {
        return signed;
    }

    /**
     * Begins.
     *
     * @param endpoint a server on this computer that stands in for the issuer; null: none
     * @param open shows a page in the browser
     * @param then told when it is done
     */
    void start(Issuer issuer, String address, @Nullable String endpoint, Route route, Pages pages, Consumer<String> open, Consumer<Signed> then) {
        cancel();
        var secret = clientSecret.get().strip();
        var own = clientId.get().isBlank() ? null : new Client(clientId.get().strip(), secret.isEmpty() ? null : secret);
        var wish = new Wish(issuer, address, own, endpoint, route);
        background.run(() -> begin(wish, pages), begun -> {
            waiting = begun;
            page.set(begun.page().toString());
            state.set(State.WAITING);
            open.accept(page.get());
            // a thread of its own: five minutes of waiting are no work that anybody waits for
            Thread.ofVirtual().start(() -> await(begun, wish, then));
        }, this::failed);
    }

    private BrowserSignIn begin(Wish wish, Pages pages) {
        try {
            return signIns.begin(wish, pages);
        } catch (OAuthException e) {
            throw new Problem(e.reason(), e);
        }
    }

    private void await(BrowserSignIn begun, Wish wish, Consumer<Signed> then) {
        try {
            var tokens = begun.await(BrowserSignIn.PATIENCE);
            background.onScreen(() -> {
                if (waiting == begun) {
                    waiting = null;
                    var done = new Signed(wish, tokens);
                    signed = done;
                    problem.set(null);
                    state.set(State.SIGNED_IN);
                    then.accept(done);
                }
            });
        } catch (OAuthException e) {
            background.onScreen(() -> {
                if (waiting == begun) {
                    waiting = null;
                    failed(e.reason());
                }
            });
        }
    }

    /** From the beginning, for an account that signed in before by this client id; null: by none of its own. */
    void begin(@Nullable String own) {
        cancel();
        clientId.set(own == null ? "" : own);
        clientSecret.set("");
    }

    private void failed(Reason why) {
        problem.set(why);
        state.set(State.FAILED);
    }

    /** Waits no more, and forgets what came. */
    void cancel() {
        var begun = waiting;
        waiting = null;
        signed = null;
        if (begun != null) {
            begun.close();
        }
        problem.set(null);
        state.set(State.IDLE);
    }
}
