package app.caravel.campaign;

import java.io.IOException;
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
import app.caravel.smtp.OutgoingMail;
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
    public record Kept(String name, String mediaType, long size, String sha256) {}

    public List<Kept> of(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM attachment WHERE campaign_id = :id ORDER BY id").bind("id", campaignId)
                .map((rs, _) -> new Kept(rs.getString("name"), rs.getString("media_type"), rs.getLong("size"), rs.getString("sha256"))).list());
    }

    /** Copies a file into the home and adds it to the campaign. */
    public Kept add(long campaignId, Path file) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            Files.createDirectories(folder);
            var partial = Files.createTempFile(folder, "incoming", null);
            try (var in = new DigestInputStream(Files.newInputStream(file), hash)) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            var name = HexFormat.of().formatHex(hash.digest());
            Files.move(partial, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            var type = Files.probeContentType(file);
            var kept = new Kept(file.getFileName().toString(), type == null ? "application/octet-stream" : type, Files.size(folder.resolve(name)), name);
            db.useHandle(h -> h.createUpdate("INSERT INTO attachment (campaign_id, name, media_type, size, sha256) VALUES (:c, :name, :type, :size, :hash)")
                    .bind("c", campaignId).bind("name", kept.name()).bind("type", kept.mediaType()).bind("size", kept.size()).bind("hash", kept.sha256()).execute());
            return kept;
        } catch (IOException e) {
            throw new Problem(Reason.of("campaign.file-unreadable", "file", file.toString()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files of a campaign, and whether each can be read. */
    List<Enclosed.File> files(long campaignId) {
        return of(campaignId).stream().map(kept -> new Enclosed.File(kept.name(), kept.size(), Files.isReadable(folder.resolve(kept.sha256())))).toList();
    }

    /** The file as it leaves; read and encoded once for a run. */
    OutgoingMail.File asFile(Kept kept) {
        try {
            return new OutgoingMail.File(kept.name(), kept.mediaType(), EncodedFile.read(folder.resolve(kept.sha256())));
        } catch (IOException e) {
            throw new Problem(Reason.of("campaign.file-unreadable", "file", kept.name()), e);
        }
    }
}
