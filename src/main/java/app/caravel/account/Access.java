package app.caravel.account;

import org.jspecify.annotations.Nullable;

import app.caravel.account.route.Route;
import app.caravel.account.route.Terms;

/** What one connection to an account's servers needs beside the account: what signs in, which way the line takes, on what terms. */
public record Access(SignIn signIn, Route route, Terms terms) {

    public Access(SignIn signIn, Route route) {
        this(signIn, route, Terms.usual());
    }

    /** What Angus Mail is given as the password. */
    public @Nullable String secret() {
        return switch (signIn) {
            case SignIn.None _ -> null;
            case SignIn.Password(var password) -> new String(password);
            case SignIn.Token(var token) -> token;
        };
    }
}
