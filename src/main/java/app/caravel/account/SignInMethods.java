package app.caravel.account;

import org.jdbi.v3.core.Jdbi;

import app.caravel.account.oauth.Issuer;
import app.caravel.store.Database;

/** How each account signs in. One without a row does so by password. */
public final class SignInMethods {

    private final Jdbi db;

    public SignInMethods(Database database) {
        this.db = database.jdbi();
    }

    public SignInMethod of(Account account) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM account_sign_in WHERE account_id = :id").bind("id", account.id())
                .map((rs, _) -> (SignInMethod) new SignInMethod.ByBrowser(Issuer.of(rs.getString("issuer")), rs.getString("client_id"), rs.getString("endpoint")))
                .findOne().orElseGet(SignInMethod.ByPassword::new));
    }

    public void keep(Account account, SignInMethod method) {
        switch (method) {
            case SignInMethod.ByPassword _ -> db.useHandle(h -> h.execute("DELETE FROM account_sign_in WHERE account_id = ?", account.id()));
            case SignInMethod.ByBrowser(var issuer, var clientId, var endpoint) -> db.useHandle(h -> h.createUpdate("""
                    INSERT OR REPLACE INTO account_sign_in (account_id, issuer, client_id, endpoint) VALUES (:id, :issuer, :client, :endpoint)""")
                    .bind("id", account.id()).bind("issuer", issuer.key()).bind("client", clientId).bind("endpoint", endpoint).execute());
        }
    }
}
