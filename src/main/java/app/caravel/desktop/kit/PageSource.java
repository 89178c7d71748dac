package app.caravel.desktop.kit;

import java.util.List;

/** Rows by the page, from the database. Called off the JavaFX thread. */
public interface PageSource<R> {

    int count() throws Exception;

    List<R> page(int offset, int limit) throws Exception;
}
