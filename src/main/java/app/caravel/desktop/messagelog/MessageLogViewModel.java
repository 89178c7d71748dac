package app.caravel.desktop.messagelog;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.messagelog.LogField;
import app.caravel.messagelog.LogStatus;
import app.caravel.messagelog.search.LogRow;
import app.caravel.messagelog.search.LogSearch;
import app.caravel.workspace.Workspace;

/** What the message log shows: how the log stands, and what a search in it found. */
final class MessageLogViewModel {

    private static final String COLUMNS = "columns.message-log";

    /**
     * What a search found.
     *
     * @param rows at most as many as asked for, the newest first
     * @param found how many fit
     * @param lines how many were searched
     * @param own whether they are this workspace's
     */
    record Found(List<LogRow> rows, long found, long lines, long broken, int unreadable, Duration took, boolean own) {}

    final SearchFields fields = new SearchFields();
    /** Another server's folder; null: this workspace's. */
    final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>();
    final Load<LogStatus> status;
    final Load<Found> found;

    private final Workspace workspace;
    private final Background background;
    private final ZoneId zone;

    MessageLogViewModel(Workspace workspace, Background background, ZoneId zone) {
        this.workspace = workspace;
        this.background = background;
        this.zone = zone;
        this.status = new Load<>(background);
        this.found = new Load<>(background);
    }

    /** Reads how the log stands, and searches anew. */
    void load() {
        search();
        status.from(() -> {
            workspace.messageLog().complete(); // the numbers are those of the lines below them
            return workspace.messageLog().status();
        });
    }

    void search() {
        var query = fields.query(zone);
        var named = folder.get();
        found.from(() -> {
            if (named == null) {
                workspace.messageLog().complete(); // where it cannot be, its problem stands in the status
            }
            long begun = System.nanoTime();
            var here = named == null ? workspace.messageLog().folder() : named;
            var search = named == null ? LogSearch.in(here).indexed() : LogSearch.in(here);
            var results = search.counting().find(query);
            var rows = results.rows();
            return new Found(rows, results.found(), results.lines(), results.broken(), results.unreadable().size(), Duration.ofNanos(System.nanoTime() - begun), named == null);
        });
    }

    /** Looks for all lines of one mail in this workspace's log. */
    void linesOf(String messageId) {
        fields.clear();
        fields.messageId.set(messageId);
        folder.set(null);
    }

    void clear() {
        fields.clear();
        search();
    }

    /** Looks into another folder, or again into this workspace's. */
    void lookInto(@Nullable Path other) {
        folder.set(other);
        search();
    }

    /** Switches the log on and writes what happened while it was off. */
    void switchOn() {
        background.run(() -> workspace.messageLog().switchOnAndRebuild(), _ -> load());
    }

    /** The ledger's message of a line of ours; empty for a line of another server. */
    static Optional<Long> messageOf(LogRow row) {
        var id = row.get(LogField.INTERNAL_MESSAGE_ID);
        return id.matches("\\d{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    Optional<String> columns() {
        return workspace.settings().get(COLUMNS);
    }

    void keepColumns(String line) {
        workspace.settings().put(COLUMNS, line);
    }
}
