package app.caravel.account;

/** What signs in to an account's servers at one connection. Who it is stands in {@link Account#user()}. */
public sealed interface SignIn {

    /** Nobody signs in. */
    record None() implements SignIn {}

    /** A password of whatever kind the provider wants. */
    record Password(char[] password) implements SignIn {
        @Override
        public String toString() {
            return "Password";
        }
    }

    /** An access token (XOAUTH2), good for some minutes. */
    record Token(String token) implements SignIn {
        @Override
        public String toString() {
            return "Token";
        }
    }
}
