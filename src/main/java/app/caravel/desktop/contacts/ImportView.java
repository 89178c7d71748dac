package app.caravel.desktop.contacts;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.FileKinds;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.ProgressCard;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.StepBar;
import app.caravel.desktop.kit.StepHeader;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;

/** One page: the file, what its columns become with what would happen beside, then the result. */
final class ImportView extends BorderPane {

    private static final double SIDE = 320;
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final ImportViewModel model;
    private final Ui ui;
    private final ImportPage page;
    private final ChangeListener<ImportViewModel.Stage> stageListener = (_, _, _) -> show();
    private final ChangeListener<Load.State<ImportReading.Outlook>> outlookListener = (_, _, _) -> head();
    /** Counting rows changes nothing in the head. */
    private final ChangeListener<ImportTrial.State> trialListener = (_, was, now) -> {
        if (!(was instanceof ImportTrial.State.Running && now instanceof ImportTrial.State.Running)) {
            head();
        }
    };
    private final ChangeListener<String> nameListener = (_, _, _) -> head();
    private final ChangeListener<Boolean> stoppingListener = (_, _, _) -> show();
    private @Nullable ChangeListener<Background.Done> progressListener;

    ImportView(ImportViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.page = new ImportPage(model, ui);
        getStyleClass().add("page");
        setMinHeight(0);
        // the window takes the file
        setOnDragOver(event -> over(event.getDragboard().hasFiles()));
        setOnDragExited(_ -> over(false));
        Key.PASTE.on(this, () -> PasteScreen.paste(ui));
        model.stage.addListener(new WeakChangeListener<>(stageListener));
        model.reading.outlook().state().addListener(new WeakChangeListener<>(outlookListener));
        model.trial().state().addListener(new WeakChangeListener<>(trialListener));
        model.list.addListener(new WeakChangeListener<>(nameListener));
        model.stopping().addListener(new WeakChangeListener<>(stoppingListener));
        show();
    }

    private void over(boolean now) {
        var field = lookup(".drop-field");
        if (field != null) {
            field.pseudoClassStateChanged(OVER, now);
        }
    }

    private void show() {
        head();
        setCenter(switch (model.stage.get()) {
            case NO_FILE -> noFile();
            case COLUMNS -> new Faces<>(ui, model.reading.outlook(), this::columns).failing(this::failed);
            case RUNNING -> running();
            case DONE -> new ImportDone(model, ui);
        });
    }

    private void head() {
        var stage = model.stage.get();
        boolean named = stage != ImportViewModel.Stage.NO_FILE && !model.list.get().isBlank();
        var header = new StepHeader(ui, ui.text("contacts.import-heading"),
                named ? ui.text("contacts.into", "list", model.list.get().strip()) : ui.text("contacts.import-sentence"), () -> ui.go(Place.CONTACTS));
        int at = switch (stage) {
            case NO_FILE -> 0;
            case COLUMNS, RUNNING -> 1;
            case DONE -> 2;
        };
        header.setSteps(new StepBar(List.of(step("contacts.step-file", at > 0), step("contacts.step-columns", at > 1), step("contacts.step-result", at > 2)), at, this::stepTo));
        header.setActs(acts(stage));
        setTop(header);
    }

    private StepBar.Step step(String key, boolean done) {
        return new StepBar.Step(ui.text(key), done ? StepBar.State.DONE : StepBar.State.OPEN);
    }

    /** Only the file can be chosen anew; what follows from it comes by itself. */
    private void stepTo(int step) {
        if (step == 0) {
            model.anew();
        }
        head();
    }

    private Node[] acts(ImportViewModel.Stage stage) {
        return switch (stage) {
            case NO_FILE -> new Node[] {Buttons.plain(ui.text("imports.history"), Feather.CLOCK, () -> ui.go(Place.IMPORT_HISTORY))};
            case RUNNING -> new Node[0];
            case DONE -> new Node[] {Buttons.plain(ui.text("contacts.import-another"), Feather.FILE_TEXT, this::chooseFile), next()};
            case COLUMNS -> start();
        };
    }

    private Node[] start() {
        var outlook = model.reading.outlook().value();
        if (outlook == null) {
            return new Node[0];
        }
        var state = model.trial().state().get();
        var why = switch (state) {
            case ImportTrial.State.Nothing _ -> "contacts.why-not-address";
            case ImportTrial.State.Running _ -> "imports.why-not-yet";
            case ImportTrial.State.Told _ when model.people() == 0 -> "contacts.why-not-nobody";
            default -> model.list.get().isBlank() ? "contacts.why-not-list" : null;
        };
        var act = Buttons.accent(state instanceof ImportTrial.State.Told ? ui.text("contacts.import-people", "n", model.people()) : ui.text("imports.import"), Feather.UPLOAD, model::start);
        act.setDisable(why != null);
        return why == null ? new Node[] {Buttons.plain(ui.text("contacts.import-other"), Feather.FILE_TEXT, this::chooseFile), act}
                : new Node[] {Words.of(ui.text(why), "small", state instanceof ImportTrial.State.Running ? "muted" : "bounce-text"), Buttons.plain(ui.text("contacts.import-other"), Feather.FILE_TEXT, this::chooseFile), act};
    }

    private Node noFile() {
        var ways = Space.row(8, Buttons.accent(ui.text("contacts.import-choose"), Feather.FILE_TEXT, this::chooseFile),
                Buttons.plain(ui.text("paste.paste"), Feather.CLIPBOARD, () -> PasteScreen.paste(ui)));
        var face = new EmptyFace(Feather.UPLOAD, ui.text("contacts.import-drop"), ui.text("paste.or-paste"), ways);
        var field = Space.styled(new StackPane(face), "drop-field");
        field.setMaxSize(560, 280);
        return new StackPane(field);
    }

    private void chooseFile() {
        ui.dialogs().chooseFile(ui.text("contacts.import-choose"),
                List.of(FileKind.of(ui.text("contacts.import-kind"), FileKinds.patterns())), model::choose);
    }

    private Node failed(Reason reason) {
        var ways = Space.row(8, Buttons.accent(ui.text("contacts.import-other"), Feather.FILE_TEXT, this::chooseFile),
                model.reading.wasCorrected() ? Buttons.plain(ui.text("contacts.as-noticed"), Feather.CORNER_UP_LEFT, model.reading::asNoticed)
                        : Buttons.plain(ui.text("kit.try-again"), Feather.REFRESH_CW, model.reading::again));
        return EmptyFace.failed(ui.text("contacts.import-not-read"), ui.text(reason), ways);
    }

    private Node columns(ImportReading.Outlook outlook) {
        page.show(outlook.preview());
        var panes = new HBox(Space.grow(page), Space.width(new ImportSide(model, ui, outlook), SIDE));
        panes.setMinHeight(0);
        return panes;
    }

    private Node running() {
        boolean stopping = model.stopping().get();
        var card = new ProgressCard(ui.text(stopping ? "contacts.import-stopping" : "contacts.import-running", "list", model.list.get().strip()), ui.text("contacts.import-cancel"),
                model::cancel);
        ChangeListener<Background.Done> progress = (_, _, now) -> at(card, now);
        progressListener = progress;
        model.done().addListener(new WeakChangeListener<>(progress));
        at(card, model.done().get());
        card.setDisable(stopping);
        card.setMaxSize(480, StackPane.USE_PREF_SIZE);
        return new StackPane(card);
    }

    private void at(ProgressCard card, Background.Done now) {
        var left = model.left();
        card.at(now.total() == 0 ? 0 : (double) now.done() / now.total(), now.total() == 0 ? ui.text("imports.rows-so-far", "n", now.done()) : ui.text("contacts.import-rows", "n", now.done(), "m", now.total()),
                left == null ? "" : ui.text("contacts.import-left", "left", ui.formats().duration(left)));
    }

    /** What comes next: in a rehearsal a ready campaign to these people, else the people themselves. */
    private Node next() {
        return model.rehearses()
                ? Buttons.accent(ui.text("contacts.ready-campaign"), Feather.SEND, () -> model.readyCampaign(id -> ui.go(Place.campaignStep(id, "check"))))
                : Buttons.accent(ui.text("contacts.import-see"), Feather.USERS, () -> ui.go(Place.CONTACTS));
    }
}
