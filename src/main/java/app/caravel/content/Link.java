package app.caravel.content;

/**
 * A link that can be tracked.
 *
 * @param number from 0, its place in {@link CompiledContent#links()}: the HTML's links as they stand, then those that only
 *     the plain text has
 * @param urlTemplate the destination with its merge fields
 * @param text what the link says to the reader, may be empty
 */
public record Link(int number, String urlTemplate, String text) {}
