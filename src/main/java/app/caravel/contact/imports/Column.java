package app.caravel.contact.imports;

/**
 * A column of the file and what it becomes.
 *
 * @param index from 0
 * @param header as the file wrote it; a file without column names has Column 1, Column 2 ...
 * @param firstValue the first that is not empty, or the empty string
 */
public record Column(int index, String header, String firstValue, Target target, Why why) {

    /** How it came to its target. */
    public enum Why {
        /** The header says it. */
        BY_NAME,
        /** What stands in it says it. */
        BY_CONTENT,
        /** A person said so. */
        CHOSEN,
        /** Nothing of ours: kept as an attribute. */
        ATTRIBUTE,
        /** Empty in all rows looked at. */
        EMPTY
    }

    Column as(Target other, Why reason) {
        return new Column(index, header, firstValue, other, reason);
    }

    boolean is(Field field) {
        return target instanceof Target.Own own && own.field() == field;
    }
}
