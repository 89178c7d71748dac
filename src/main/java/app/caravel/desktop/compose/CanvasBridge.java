package app.caravel.desktop.compose;

/** What the canvas's script calls: one method for each thing it tells. Public because the browser calls it by reflection. */
public final class CanvasBridge {

    private final Canvas canvas;

    CanvasBridge(Canvas canvas) {
        this.canvas = canvas;
    }

    /** @param kind of the place that was written in: rich, line, plain or cells */
    public void typed(String id, String property, String kind, String value) {
        canvas.typed(id, property, kind, value);
    }

    /** @param id empty for none */
    public void chose(String id) {
        canvas.chose(id);
    }

    /** Where the chosen block stands in the page; a width of 0: there is none. */
    public void framed(double left, double top, double width, double height) {
        canvas.framed(left, top, width, height);
    }

    /** @param act a key or press: {@code undo, redo, duplicate, remove, up, down, copy, cut, paste, slash, field, link, fill, go-on} */
    public void act(String act) {
        canvas.asked(act);
    }

    /** A chip was pressed. @param liquid its tag as written */
    public void chip(String liquid) {
        canvas.chip(liquid);
    }

    /** An empty column was pressed. */
    public void hole(String id, int column) {
        canvas.hole(id, column);
    }
}
