package app.caravel.account;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;

import app.caravel.reason.Reason;

/** An account cannot sign in, and no server was asked: said in the words of a {@link Reason}. */
public interface SignInProblem {

    Reason reason();

    /** The person must act: nothing is kept, or the issuer takes the refresh token no more. */
    final class Final extends AuthenticationFailedException implements SignInProblem {
        private final transient Reason reason;

        public Final(Reason reason) {
            super(reason.toString());
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** The issuer is not reached now; it may be later. */
    final class Passing extends MessagingException implements SignInProblem {
        private final transient Reason reason;

        public Passing(Reason reason, Exception cause) {
            super(reason.toString(), cause);
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }
}
