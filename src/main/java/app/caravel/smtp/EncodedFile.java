package app.caravel.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A file as it stands in a mail: base64 in lines of 76, made once for all the mails that carry it. */
public final class EncodedFile {

    private static final Base64.Encoder LINES_OF_76 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final byte[] lines;

    private EncodedFile(byte[] lines) {
        this.lines = lines;
    }

    public static EncodedFile of(byte[] bytes) {
        return new EncodedFile(LINES_OF_76.encode(bytes));
    }

    public static EncodedFile read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /** Bytes on the line. */
    int length() {
        return lines.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(lines);
    }
}
