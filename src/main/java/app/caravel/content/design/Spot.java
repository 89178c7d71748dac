package app.caravel.content.design;

/**
 * Where a block goes.
 *
 * @param id the block that it goes to; empty for the end of the mail
 * @param column the column of that block, for {@link Where#INTO}
 */
public record Spot(String id, Where where, int column) {

    /** How it stands to that block. */
    public enum Where { BEFORE, AFTER, INTO, END }

    public static final Spot END = new Spot("", Where.END, 0);

    public static Spot after(String id) {
        return new Spot(id, Where.AFTER, 0);
    }

    public static Spot before(String id) {
        return new Spot(id, Where.BEFORE, 0);
    }

    public static Spot into(String id, int column) {
        return new Spot(id, Where.INTO, column);
    }
}
