package app.caravel.desktop.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableListBase;

import org.jspecify.annotations.Nullable;

/**
 * A list of many rows that holds the pages looked at last. A row that is not there yet is null, and is fetched because it
 * was asked for; then the list tells that it changed. What one scrolled past meanwhile is not fetched.
 */
final class PagedList<R> extends ObservableListBase<@Nullable R> {

    static final int PAGE = 100;
    private static final int KEPT = 24;
    private static final int WAITING = 3;

    private final Background background;
    private final PageSource<R> source;
    private final int size;
    private final Map<Integer, List<R>> pages = new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<R>> eldest) {
            return size() > KEPT;
        }
    };
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final Set<Integer> dropped = new HashSet<>();
    private boolean fetching;

    PagedList(Background background, PageSource<R> source, int size, Map<Integer, List<R>> first) {
        this.background = background;
        this.source = source;
        this.size = size;
        pages.putAll(first);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable R get(int index) {
        var page = pages.get(index / PAGE);
        if (page == null) {
            want(index / PAGE);
            return null;
        }
        return row(page, index);
    }

    /** The row if it is here; does not fetch. */
    @Nullable R peek(int index) {
        var page = index < 0 ? null : pages.get(index / PAGE);
        return page == null ? null : row(page, index);
    }

    /** Looks among what is here: the table asks for a chosen row, and must not fetch everything to find it. */
    @Override
    public int indexOf(@Nullable Object row) {
        if (row == null) {
            return -1;
        }
        for (var page : pages.entrySet()) {
            int at = page.getValue().indexOf(row);
            if (at >= 0) {
                return page.getKey() * PAGE + at;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    int pagesHeld() {
        return pages.size();
    }

    private @Nullable R row(List<R> page, int index) {
        int at = index % PAGE;
        return at < page.size() ? page.get(at) : null;
    }

    private void want(int page) {
        wanted.remove(page);
        wanted.addFirst(page);
        while (wanted.size() > WAITING) {
            dropped.add(wanted.removeLast());
        }
        fetch();
    }

    private void fetch() {
        if (fetching) {
            return;
        }
        var page = wanted.pollFirst();
        if (page == null) {
            askAgain();
            return;
        }
        fetching = true;
        background.run(() -> source.page(page * PAGE, PAGE), rows -> {
            fetching = false;
            pages.put(page, rows);
            tell(page);
            fetch();
        }, reason -> {
            fetching = false;
            wanted.clear();
            background.tell(reason);
        });
    }

    /** What was passed over and is in sight all the same is asked for again when the table hears that it changed. */
    private void askAgain() {
        var passedOver = List.copyOf(dropped);
        dropped.clear();
        passedOver.stream().filter(page -> !pages.containsKey(page)).forEach(this::tell);
    }

    private void tell(int page) {
        beginChange();
        for (int i = page * PAGE; i < Math.min(size, (page + 1) * PAGE); i++) {
            nextUpdate(i);
        }
        endChange();
    }
}
