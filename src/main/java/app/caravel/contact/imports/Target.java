package app.caravel.contact.imports;

/** What a column becomes. */
public sealed interface Target {

    /** A field of the contact's own. Where several columns become one field, the first that is filled wins and the others stay as attributes. */
    record Own(Field field) implements Target {}

    /** An attribute of this name; merge fields know it in snake case. */
    record Attribute(String name) implements Target {}

    /** Nothing: the column is passed over. */
    record LeftOut() implements Target {}

    Target LEFT_OUT = new LeftOut();

    static Target of(Field field) {
        return new Own(field);
    }
}
