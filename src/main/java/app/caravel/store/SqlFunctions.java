package app.caravel.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.sqlite.Function;

/** Functions that our SQL has beyond SQLite's own; every connection of a workspace's database knows them. */
final class SqlFunctions {

    private SqlFunctions() {}

    /** {@code hmac_sha256(key, text)}: 32 bytes, or null where one of them is null. {@code written_number(text)}: its worth, or null. */
    static void addTo(Connection connection) throws SQLException {
        Function.create(connection, "hmac_sha256", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                var key = value_blob(0);
                var text = value_text(1);
                if (key == null || text == null) {
                    result();
                } else {
                    result(hmac(key, text));
                }
            }
        }, 2, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "written_number", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                var text = value_text(0);
                var worth = text == null ? null : WrittenNumber.of(text);
                if (worth == null) {
                    result();
                } else {
                    result(worth.doubleValue());
                }
            }
        }, 1, Function.FLAG_DETERMINISTIC);
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }
}
