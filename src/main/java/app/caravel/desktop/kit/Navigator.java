package app.caravel.desktop.kit;

/** Goes from screen to screen. */
public interface Navigator {

    void go(Place place);

    /** Back to where one came from; Today where there is nothing to go back to. */
    void back();

    /** The place that shows now. */
    Place here();
}
