package app.caravel.content.pictures;

/**
 * A picture in the home.
 *
 * @param source as a block or an {@code img} speaks of it: {@code file:<sha256>.<ending>}
 * @param width in pixels, as it is kept
 * @param bytes as it is kept
 * @param before bytes of the file that was given; the same where the picture was found again
 */
public record Kept(String source, int width, int height, long bytes, long before) {

    /** Whether it was made smaller. */
    public boolean shrunk() {
        return bytes < before;
    }
}
