package app.caravel.content.incoming;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** The files of a zip, in memory and within bounds; nothing is written to disk, so that no name can lead anywhere. */
final class ZipEntries {

    private static final int MOST = 500;
    private static final long LARGEST_TOGETHER = 100_000_000;

    private ZipEntries() {}

    /** @return files by their names with forward slashes, without what systems add */
    static Map<String, byte[]> of(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        long left = LARGEST_TOGETHER;
        int seen = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++seen > MOST) {
                    throw Problem.of("incoming.zip-too-many", "most", MOST);
                }
                var bytes = within(in, left);
                left -= bytes.length;
                var name = entry.getName().replace('\\', '/');
                if (!entry.isDirectory() && !isOfTheSystem(name)) {
                    files.put(name, bytes);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Problem(Reason.of("incoming.zip-broken"), e);
        } catch (IOException e) {
            throw new Problem(Reason.of("incoming.zip-broken"), e);
        }
        return files;
    }

    private static byte[] within(InputStream in, long most) throws IOException {
        var out = new ByteArrayOutputStream();
        var part = new byte[8_192];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            if (out.size() + read > most) {
                throw Problem.of("incoming.too-large");
            }
            out.write(part, 0, read);
        }
        return out.toByteArray();
    }

    private static boolean isOfTheSystem(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("__macosx/") || lower.endsWith("/.ds_store") || lower.equals(".ds_store") || lower.endsWith("thumbs.db");
    }
}
