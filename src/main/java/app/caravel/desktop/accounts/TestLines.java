package app.caravel.desktop.accounts;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.AccountTest;
import app.caravel.account.Security;
import app.caravel.desktop.accounts.AddAccountViewModel.Mark;
import app.caravel.desktop.accounts.AddAccountViewModel.Tick;
import app.caravel.reason.Reason;

/** The lines of an account's test as they are ticked. */
final class TestLines {

    final ObservableList<Tick> all = FXCollections.observableArrayList();

    /** The lines of this account; the first is under way. */
    void begin(Account account) {
        all.setAll(Arrays.stream(AccountTest.Step.values())
                .filter(each -> each != AccountTest.Step.ENCRYPTED || account.security() != Security.NONE)
                .filter(each -> each != AccountTest.Step.INBOX_READ || account.imapHost() != null)
                .map(each -> new Tick(each, Mark.WAITING, Duration.ZERO, null)).toList());
        mark(0, Mark.RUNNING, Duration.ZERO, null);
    }

    void passed(AccountTest.Passed passed) {
        int index = index(passed.step());
        mark(index, Mark.PASSED, passed.took(), null);
        if (index + 1 < all.size() && all.get(index + 1).mark() == Mark.WAITING) {
            mark(index + 1, Mark.RUNNING, Duration.ZERO, null);
        }
    }

    void failed(AccountTest.Result.Failed failed) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).mark() == Mark.RUNNING) {
                mark(i, Mark.WAITING, Duration.ZERO, null);
            }
        }
        mark(index(failed.step()), Mark.FAILED, Duration.ZERO, failed.reason());
    }

    /** The line that failed, as the result of a test. */
    Optional<AccountTest.Result.Failed> failure() {
        return all.stream().filter(tick -> tick.mark() == Mark.FAILED).findFirst()
                .map(tick -> new AccountTest.Result.Failed(List.of(), tick.step(), Objects.requireNonNull(tick.why())));
    }

    private int index(AccountTest.Step wanted) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).step() == wanted) {
                return i;
            }
        }
        throw new IllegalStateException("no line for " + wanted);
    }

    private void mark(int index, Mark mark, Duration took, @Nullable Reason why) {
        all.set(index, new Tick(all.get(index).step(), mark, took, why));
    }
}
