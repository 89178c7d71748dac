package app.caravel.desktop.compose;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.content.Markup;
import app.caravel.desktop.kit.Ui;

/** Which mailbox the mail leaves by. */
final class SentFrom extends ComboBox<Account> {

    private final ComposeViewModel model;
    private final ChangeListener<@Nullable List<Account>> listener = (_, _, now) -> fill(now);
    private boolean filling;

    SentFrom(ComposeViewModel model, Ui ui) {
        this.model = model;
        setId("sent-from");
        setMaxWidth(Double.MAX_VALUE);
        setPromptText(ui.text("campaigns.choose-account"));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Account account) {
                return account == null ? "" : account.fromName().isBlank() ? account.fromAddress() : name(account, ui) + " <" + account.fromAddress() + ">";
            }

            @Override
            public @Nullable Account fromString(String word) {
                return null;
            }
        });
        valueProperty().addListener((_, _, now) -> {
            if (!filling && now != null) {
                model.leaveBy(now);
            }
        });
        model.accounts().addListener(new WeakChangeListener<>(listener));
        fill(model.accounts().get());
    }

    /** Merge fields by their words: whose they are is seen in the preview. */
    private static String name(Account account, Ui ui) {
        return Markup.pieces(account.fromName()).stream().map(piece -> piece.isTag() ? "‹" + BlockLooks.chip(piece.text(), ui) + "›" : piece.text()).collect(Collectors.joining());
    }

    private void fill(@Nullable List<Account> accounts) {
        var campaign = model.campaign().get();
        filling = true;
        getItems().setAll(accounts == null ? List.of() : accounts);
        setValue(accounts == null || campaign == null || campaign.accountId() == null ? null : accounts.stream().filter(each -> each.id() == campaign.accountId()).findFirst().orElse(null));
        filling = false;
    }
}
