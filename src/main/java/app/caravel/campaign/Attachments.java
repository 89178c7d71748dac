package app.caravel.campaign;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jdbi.v3.core.Jdbi;

import app.caravel.campaign.audit.Enclosed;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.smtp.EncodedFile;
import app.caravel.store.Database;

/** The files that go along with a campaign, kept in the home under the hash of their bytes: an old mail's file stays what it was. */
public final class Attachments {

    private final Jdbi db;
    private final Path folder;

    public Attachments(Database database, Path folder) {
        this.db = database.jdbi();
        this.folder = folder;
    }

    /** A kept file, as it stands in a message's row too. */
    public record Kept(String name, String mediaType, long size, String sha256) {

        /** The same under the name that one recipient sees. */
        Kept named(String shown) {
            return new Kept(shown, mediaType, size, sha256);
        }
    }

    public List<Kept> of(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM attachment WHERE campaign_id = :id ORDER BY id").bind("id", campaignId)
                .map((rs, _) -> new Kept(rs.getString("name"), rs.getString("media_type"), rs.getLong("size"), rs.getString("sha256"))).list());
    }

    /** A file as it is attached to a campaign. */
    public record Attached(long id, Kept kept) {}

    /** The files of a campaign with the ids by which they are changed. */
    public List<Attached> attached(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM attachment WHERE campaign_id = :id ORDER BY id").bind("id", campaignId)
                .map((rs, _) -> new Attached(rs.getLong("id"), new Kept(rs.getString("name"), rs.getString("media_type"), rs.getLong("size"), rs.getString("sha256")))).list());
    }

    /** Copies a file into the home and adds it to the campaign. */
    public Kept add(long campaignId, Path file) {
        var kept = keep(file);
        put(campaignId, kept);
        return kept;
    }

    /** Adds a file that is in the home already: what was removed comes back. */
    public void put(long campaignId, Kept kept) {
        db.useHandle(h -> h.createUpdate("INSERT INTO attachment (campaign_id, name, media_type, size, sha256) VALUES (:c, :name, :type, :size, :hash)")
                .bind("c", campaignId).bind("name", kept.name()).bind("type", kept.mediaType()).bind("size", kept.size()).bind("hash", kept.sha256()).execute());
    }

    /** Takes a file from its campaign; it stays in the home for the mails that took it along. */
    public void remove(long attachedId) {
        db.useHandle(h -> h.execute("DELETE FROM attachment WHERE id = ?", attachedId));
    }

    /** @throws Problem where a merge field of the name cannot be read */
    public void rename(long attachedId, String name) {
        var compiled = new FileName(name);
        if (!compiled.shown(java.util.Map.of()).isBlank()) {
            db.useHandle(h -> h.execute("UPDATE attachment SET name = ? WHERE id = ?", name.strip(), attachedId));
        }
    }

    /** Copies a file into the home. */
    Kept keep(Path file) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            Files.createDirectories(folder);
            var partial = Files.createTempFile(folder, "incoming", null);
            try (var in = new DigestInputStream(Files.newInputStream(file), hash)) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            var name = HexFormat.of().formatHex(hash.digest());
            Files.move(partial, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            var named = String.valueOf(file.getFileName());
            return new Kept(named, mediaType(file, named), Files.size(folder.resolve(name)), name);
        } catch (IOException e) {
            throw new Problem(Reason.of("campaign.file-unreadable", "file", file.toString()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mediaType(Path file, String name) throws IOException {
        var known = Files.probeContentType(file);
        var guessed = known == null ? URLConnection.guessContentTypeFromName(name) : known;
        return guessed == null ? "application/octet-stream" : guessed;
    }

    /** The files of a campaign, and whether each can be read. */
    List<Enclosed.File> files(long campaignId) {
        return of(campaignId).stream().map(kept -> new Enclosed.File(kept.name(), kept.size(), Files.isReadable(folder.resolve(kept.sha256())))).toList();
    }

    /** The file as it leaves. */
    EncodedFile encoded(Kept kept) {
        try {
            return EncodedFile.read(folder.resolve(kept.sha256()));
        } catch (IOException e) {
            throw new Problem(Reason.of("campaign.file-unreadable", "file", kept.name()), e);
        }
    }
}
