package app.caravel.content.pictures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** The pictures of mails, in a folder of the home under the hash of their bytes: an old mail's picture stays what it was. */
public final class PictureStore {

    /** A mail is 600 wide; sharp screens show twice as many pixels. */
    public static final int WIDEST = 1_200;

    /** Nobody means to send more; what is larger is another kind of file. */
    private static final long LARGEST_FILE = 60_000_000;

    /** A kept picture as HTML speaks of it. */
    private static final Pattern SOURCE = Pattern.compile("file:([0-9a-f]{64}\\.(?:png|jpg|gif))");

    private final Path folder;

    public PictureStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a picture and keeps it as a mail needs it.
     *
     * @throws Problem where it is none, is broken or too large
     */
    public Kept keep(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw Problem.of("pictures.too-large", "name", name);
            }
            return keep(Files.readAllBytes(file), name);
        } catch (IOException e) {
            throw new Problem(Reason.of("campaign.file-unreadable", "file", file.toString()), e);
        }
    }

    /** @param name what a sentence calls it */
    public Kept keep(byte[] bytes, String name) {
        if (bytes.length > LARGEST_FILE) {
            throw Problem.of("pictures.too-large", "name", name);
        }
        var decoded = Decoded.of(bytes, name);
        var pixels = decoded.pixels();
        if (pixels == null) {
            return write(new Shrinking(decoded.format(), bytes, decoded.width(), decoded.height()), bytes.length);
        }
        try {
            var small = Shrinking.of(pixels, WIDEST);
            boolean fits = decoded.format().isForMails() && !decoded.turned() && decoded.width() <= WIDEST && bytes.length <= small.bytes().length;
            return write(fits ? new Shrinking(decoded.format(), Notes.without(decoded.format(), bytes), decoded.width(), decoded.height()) : small, bytes.length);
        } catch (IOException e) {
            throw new Problem(Reason.of("pictures.broken", "name", name), e);
        }
    }

    private Kept write(Shrinking picture, long before) {
        var bytes = picture.bytes();
        var name = sha256(bytes) + "." + picture.format().ending();
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                var partial = Files.createTempFile(folder, "incoming", null);
                Files.write(partial, bytes);
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", folder.toString()), e);
        }
        return new Kept("file:" + name, picture.width(), picture.height(), bytes.length, before);
    }

    /**
     * Where a kept picture lies, whether or not it is there.
     *
     * @throws IllegalArgumentException where the source speaks of no kept picture: ask {@link #isKept} first
     */
    public Path path(String source) {
        var found = SOURCE.matcher(source);
        if (!found.matches()) {
            throw new IllegalArgumentException("no kept picture: " + source);
        }
        return folder.resolve(found.group(1));
    }

    /** Whether a source speaks of a kept picture, not of one on the web. */
    public static boolean isKept(String source) {
        return SOURCE.matcher(source).matches();
    }

    /** A kept picture, or nothing where the source speaks of none or its file is gone. */
    public Optional<Kept> find(String source) {
        if (!isKept(source) || !Files.isRegularFile(path(source))) {
            return Optional.empty();
        }
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(path(source))))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in);
                return Optional.of(new Kept(source, reader.getWidth(0), reader.getHeight(0), Files.size(path(source)), Files.size(path(source))));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The media type of a kept picture. */
    public static String mediaType(String source) {
        return Format.named(source.substring(source.lastIndexOf('.') + 1)).map(Format::mediaType).orElse("application/octet-stream");
    }

    /** The kept pictures that HTML speaks of, each once. */
    public static List<String> in(String html) {
        var sources = new LinkedHashSet<String>();
        SOURCE.matcher(html).results().forEach(found -> sources.add(found.group()));
        return List.copyOf(sources);
    }

    /** HTML with other addresses for its kept pictures. */
    public static String replaced(String html, UnaryOperator<String> address) {
        return html.contains("file:") ? SOURCE.matcher(html).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(address.apply(found.group()))) : html;
    }

    /** HTML as a screen shows it, its kept pictures within it: a WebView loads no file from where it is. Reads the disk. */
    public String shown(String html) {
        return replaced(html, source -> {
            try {
                return "data:" + mediaType(source) + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(path(source)));
            } catch (IOException e) {
                return source; // the check tells that it is gone
            }
        });
    }

    /** A kept picture as a data address, for a page that may load nothing; other sources, and one whose file is gone, as they are. */
    public String within(String source) {
        if (!isKept(source)) {
            return source;
        }
        try {
            return "data:" + mediaType(source) + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(path(source)));
        } catch (IOException e) {
            return source;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
