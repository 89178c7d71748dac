package app.caravel.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BackupTest {

    private static final Instant EVENING = Instant.parse("2026-11-24T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(EVENING, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Home home(String name) {
        return new Home(folder.resolve(name));
    }

    private Path backup() throws Exception {
        try (var workspace = Workspace.open(home("first"), CLOCK)) {
            workspace.settings().put("mark", "evening");
            workspace.campaigns().create("Autumn offer", Audience.NOBODY, null, "Offer", "<p>Hello</p>", null);
            Files.writeString(workspace.home().attachments().resolve("a".repeat(64)), "price list");
            Files.writeString(workspace.home().pictures().resolve("b".repeat(64) + ".png"), "a lamp");
            return Backup.write(workspace, folder.resolve("backups/evening.caravel"), null).file();
        }
    }

    @Test
    void aBackupBringsTheWholeWorkspaceToAnotherComputer() throws Exception {
        var restored = Restore.run(home("second"), backup(), null, CLOCK);
        assertEquals(EVENING, restored.madeAt());
        assertNull(restored.setAside());
        try (var workspace = Workspace.open(home("second"), CLOCK)) {
            assertEquals("evening", workspace.settings().get("mark").orElseThrow());
            assertTrue(workspace.campaigns().find("Autumn offer").isPresent());
            assertEquals("price list", Files.readString(workspace.home().attachments().resolve("a".repeat(64))));
            assertEquals("a lamp", Files.readString(workspace.home().pictures().resolve("b".repeat(64) + ".png")));
        }
    }

    @Test
    void whatStoodThereIsSetAsideNotLost() throws Exception {
        var file = backup();
        try (var workspace = Workspace.open(home("second"), CLOCK)) {
            workspace.settings().put("mark", "mine");
        }
        var restored = Restore.run(home("second"), file, null, CLOCK);
        var aside = restored.setAside();
        assertNotNull(aside);
        try (var workspace = Workspace.open(new Home(aside), CLOCK)) {
            assertEquals("mine", workspace.settings().get("mark").orElseThrow());
        }
    }

    @Test
    void whatWasPlannedWaitsAfterARestore() throws Exception {
        Path file;
        try (var workspace = Workspace.open(home("first"), CLOCK)) {
            workspace.campaigns().schedule(workspace.campaigns().create("Autumn offer", Audience.NOBODY, null, "Offer", "<p>Hello</p>", null), EVENING.plusSeconds(60));
            file = Backup.write(workspace, folder.resolve("evening.caravel"), null).file();
        }
        assertEquals(1, Restore.run(home("second"), file, null, CLOCK).paused());
        try (var workspace = Workspace.open(home("second"), CLOCK)) {
            assertNull(workspace.campaigns().named("Autumn offer").scheduledAt());
        }
    }

    @Test
    void aFileThatIsNoBackupChangesNothing() throws Exception {
        var file = Files.writeString(folder.resolve("photo.jpg"), "no zip");
        var problem = assertThrows(Problem.class, () -> Restore.run(home("second"), file, null, CLOCK));
        assertEquals("backup.not-one", problem.reason().key());
        assertFalse(home("second").exists());
        assertEquals("backup.no-file", assertThrows(Problem.class, () -> Restore.about(folder.resolve("gone"))).reason().key());
    }

    @Test
    void sealedBytesOpenWithTheirPassphraseAlone() {
        var sealed = Sealed.seal("client password".getBytes(java.nio.charset.StandardCharsets.UTF_8), "海港 harbour".toCharArray());
        assertEquals("client password", new String(Sealed.open(sealed, "海港 harbour".toCharArray()), java.nio.charset.StandardCharsets.UTF_8));
        assertEquals("backup.passphrase", assertThrows(Problem.class, () -> Sealed.open(sealed, "harbor".toCharArray())).reason().key());
        sealed[sealed.length - 1] ^= 1;
        assertThrows(Problem.class, () -> Sealed.open(sealed, "海港 harbour".toCharArray()));
    }

    @Test
    void theOwnerAloneCanReadABackup() throws Exception {
        var rights = Files.getPosixFilePermissions(backup());
        assertEquals(java.util.Set.of(java.nio.file.attribute.PosixFilePermission.OWNER_READ, java.nio.file.attribute.PosixFilePermission.OWNER_WRITE), rights);
    }
}
