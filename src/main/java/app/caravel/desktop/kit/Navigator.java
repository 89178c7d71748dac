package app.caravel.desktop.kit;

/** Goes from screen to screen. */
public interface Navigator {

    void go(Place place);

    /** Goes on from a place that only led here: the way back does not lead through it. */
    default void instead(Place place) {
        go(place);
    }

    /** Back to where one came from; Today where there is nothing to go back to. */
    void back();

    /** The place that shows now. */
    Place here();
}
