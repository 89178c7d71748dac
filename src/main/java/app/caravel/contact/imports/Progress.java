package app.caravel.contact.imports;

/** Told about a long work, and asked whether it should go on. */
public interface Progress {

    Progress NONE = _ -> true;

    /**
     * @param rows rows done so far
     * @return false to stop: what was done is taken back
     */
    boolean at(long rows);
}
