package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SourcesTest {

    private static String key(IOException error) {
        return Sources.problem(error, Path.of("buyers.xlsx")).reason().key();
    }

    @Test
    void whyAFileCannotBeReadIsToldApart() {
        assertEquals("contacts.import-missing", key(new NoSuchFileException("buyers.xlsx")));
        assertEquals("contacts.import-unreadable", key(new AccessDeniedException("buyers.xlsx")));
        // as Windows says it while Excel holds the file
        assertEquals("contacts.import-open-elsewhere",
                key(new FileSystemException("buyers.xlsx", null, "The process cannot access the file because it is being used by another process")));
        assertEquals("contacts.import-io", key(new IOException("Input/output error")));
    }
}
