package app.caravel.desktop.accounts;

import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import app.caravel.account.Account;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.mailbox.SentFacts;
import app.caravel.mailbox.SentFacts.Wanted;

/** An account's Sent folder: which copies are put there, whether what is sent by hand counts, and what is known of it. */
final class SentFolderPart extends VBox {

    private final AccountsViewModel model;
    private final Account account;
    private final ComboBox<Wanted> wanted = new ComboBox<>(FXCollections.observableArrayList(Wanted.values()));
    private final CheckBox byHand;

    SentFolderPart(Ui ui, AccountsViewModel model, Account account) {
        super(12);
        this.model = model;
        this.account = account;
        byHand = new CheckBox(ui.text("accounts.sent.by-hand"));
        byHand.setWrapText(true);
        wanted.setConverter(new StringConverter<>() {
            @Override
            public String toString(Wanted value) {
                return value == null ? "" : ui.text("accounts.sent.wanted", "wanted", value.key());
            }

            @Override
            public Wanted fromString(String written) {
                throw new UnsupportedOperationException();
            }
        });
        setDisable(true);
        model.sentFacts(account, facts -> show(ui, facts));
    }

    private void show(Ui ui, SentFacts facts) {
        setDisable(account.imapHost() == null);
        wanted.setValue(facts.wanted());
        byHand.setSelected(facts.countByHand());
        getChildren().setAll(new Field(ui.text("accounts.sent.copies"), wanted)
                .help(ui.text(account.imapHost() == null ? "accounts.sent.no-imap" : "accounts.sent.keeps", "keeps", facts.keeps().key())), byHand);
        var problem = facts.problem();
        if (problem != null && account.imapHost() != null) {
            getChildren().add(Words.wrapped(Words.of(ui.text(problem), "small", "bounce-text")));
        }
    }

    /** Keeps what is chosen. */
    void save() {
        if (wanted.getValue() != null) {
            model.keepSentWishes(account, wanted.getValue(), byHand.isSelected());
        }
    }
}
