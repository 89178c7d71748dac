package app.caravel.content;

/** How something that the check found is mended. Screens offer it; nothing is mended by itself. */
public sealed interface Mend {

    /** By writing at the content. */
    record Content() implements Mend {}

    /** By a word that stands in for a merge field where it is empty. */
    record StandIn(String field) implements Mend {}

    /** By writing the names of these people in the usual way. */
    record Names() implements Mend {}

    /** By other words in place of these, wherever they stand in what was written. */
    record Words(String written, String proposed) implements Mend {}

    /** By another time. */
    record Schedule() implements Mend {}

    /** By another sender: account, name or address. */
    record Account() implements Mend {}

    /** By nothing but leaving people out, or looking. */
    record Nothing() implements Mend {}
}
