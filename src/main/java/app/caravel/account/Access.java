package app.caravel.account;

import org.jspecify.annotations.Nullable;

import app.caravel.account.route.Route;

/** What one connection to an account's servers needs beside the account: what signs in, and which way the line takes. */
public record Access(SignIn signIn, Route route) {

    /** What Angus Mail is given as the password. */
    public @Nullable String secret() {
        return switch (signIn) {
            case SignIn.None _ -> null;
            case SignIn.Password(var password) -> new String(password);
            case SignIn.Token(var token) -> token;
        };
    }
}
