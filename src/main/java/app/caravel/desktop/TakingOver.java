package app.caravel.desktop;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.ProgressCard;
import app.caravel.desktop.kit.Ui;
import app.caravel.sandbox.OwnLists;
import app.caravel.workspace.Home;

/** The rehearsal's own lists go over into the real workspace, with progress over the window and a way to stop. */
final class TakingOver {

    private static final double WIDTH = 480;

    private TakingOver() {}

    /** @param then called when it is done; not where it failed, which is told, or was stopped */
    static void begin(OwnLists lists, Home real, Ui ui, Background background, Consumer<OwnLists.TakenOver> then) {
        var job = new AtomicReference<Background.@Nullable Job>();
        var card = new ProgressCard(ui.text("shell.taking-over"), ui.text("kit.cancel"), () -> {
            ui.dialogs().close();
            var begun = job.get();
            if (begun != null) {
                begun.cancel();
            }
        });
        card.setMaxSize(WIDTH, ProgressCard.USE_PREF_SIZE);
        ui.dialogs().show(card, card);
        job.set(background.run(progress -> {
            long all = lists.rows();
            return lists.takeOver(real, Clock.systemUTC(), rows -> {
                progress.at(rows, all);
                return !progress.cancelled();
            });
        }, done -> card.at(done.total() == 0 ? 0 : (double) done.done() / done.total(), ui.text("shell.taking-over.rows", "n", done.done(), "m", done.total()), ""), taken -> {
            ui.dialogs().close();
            then.accept(taken);
        }, reason -> {
            ui.dialogs().close();
            ui.toasts().failed(reason);
        }));
    }
}
