package app.caravel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Secrets.Part;
import app.caravel.account.route.Route;
import app.caravel.store.Database;

/** Which way lines take: the workspace's, and those of accounts that go another one. The passwords of proxies are with {@link Secrets}. */
public final class Routes {

    /** The workspace's own row and secret. */
    private static final long WORKSPACE = 0;

    private final Jdbi db;
    private final Secrets secrets;

    public Routes(Database database, Secrets secrets) {
        this.db = database.jdbi();
        this.secrets = secrets;
    }

    /** The way of everything that is no account's: the tracker, links that are looked at. */
    public Route ofWorkspace() {
        return find(WORKSPACE).orElseGet(Route.AsSystem::new);
    }

    /** The way that an account's lines take. */
    public Route of(Account account) {
        return own(account).orElseGet(this::ofWorkspace);
    }

    /** The account's own way; nothing where it goes as the workspace does. */
    public Optional<Route> own(Account account) {
        return account.id() == WORKSPACE ? Optional.empty() : find(account.id());
    }

    public void keepForWorkspace(Route route) {
        keep(WORKSPACE, route);
    }

    /** @param route null: as the workspace from now on */
    public void keep(Account account, @Nullable Route route) {
        keep(account.id(), route);
    }

    private Optional<Route> find(long id) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM route WHERE ifnull(account_id, 0) = :id").bind("id", id)
                .map((rs, _) -> route(rs, id)).findOne());
    }

    private Route route(ResultSet rs, long id) throws SQLException {
        return switch (rs.getString("kind")) {
            case "direct" -> new Route.Direct();
            case "socks5" -> new Route.Socks5(rs.getString("host"), rs.getInt("port"), credentials(rs.getString("user_name"), id));
            case "http" -> new Route.Http(rs.getString("host"), rs.getInt("port"), credentials(rs.getString("user_name"), id));
            default -> new Route.AsSystem();
        };
    }

    private Route.@Nullable Credentials credentials(@Nullable String user, long id) {
        return user == null ? null : new Route.Credentials(user, secrets.get(id, Part.PROXY_PASSWORD).map(String::new).orElse(""));
    }

    private void keep(long id, @Nullable Route route) {
        var proxy = route instanceof Route.Proxied proxied ? proxied : null;
        var credentials = proxy == null ? null : proxy.credentials();
        secrets.set(id, Part.PROXY_PASSWORD, credentials == null ? new char[0] : credentials.password().toCharArray());
        db.useTransaction(h -> {
            h.execute("DELETE FROM route WHERE ifnull(account_id, 0) = ?", id);
            if (route != null) {
                h.createUpdate("INSERT INTO route (account_id, kind, host, port, user_name) VALUES (nullif(:id, 0), :kind, :host, :port, :user)")
                        .bind("id", id).bind("kind", kind(route)).bind("host", proxy == null ? null : proxy.host()).bind("port", proxy == null ? null : proxy.port())
                        .bind("user", credentials == null ? null : credentials.user()).execute();
            }
        });
    }

    private static String kind(Route route) {
        return switch (route) {
            case Route.Direct _ -> "direct";
            case Route.AsSystem _ -> "system";
            case Route.Socks5 _ -> "socks5";
            case Route.Http _ -> "http";
        };
    }
}
