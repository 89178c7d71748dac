package app.caravel.desktop.compose;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.StepBar;
import app.caravel.desktop.kit.StepHeader;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Left what is written, in the middle how it arrives, at the right what it is made of. Without a draft: the drafts. */
final class ComposeView extends BorderPane {

    private static final double EDITOR = 440;
    private static final double SIDE = 288;
    private static final List<String> STEPS = List.of("content", "audience", "schedule", "check", "send");

    private final ComposeViewModel model;
    private final Ui ui;
    private final ChangeListener<@Nullable Campaign> campaignListener = (_, before, now) -> {
        if (before == null || now == null || before.id() != now.id()) {
            show();
        }
    };
    private final ChangeListener<ComposeViewModel.Kept> keptListener = (_, _, _) -> note();
    private final ChangeListener<@Nullable String> languageListener = (_, _, _) -> write();
    private @Nullable StepHeader header;

    ComposeView(ComposeViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("page");
        setMinHeight(0);
        model.campaign().addListener(new WeakChangeListener<>(campaignListener));
        model.kept().addListener(new WeakChangeListener<>(keptListener));
        model.language().addListener(new WeakChangeListener<>(languageListener));
        Key.GO_ON.on(this, this::onward);
        show();
    }

    private void show() {
        var campaign = model.campaign().get();
        if (campaign == null) {
            header = null;
            setTop(null);
            setBottom(null);
            setCenter(new Faces<>(ui, model.drafts(), drafts -> new DraftList(drafts, model.acts, ui)));
            return;
        }
        var head = new StepHeader(ui, campaign.name(), "", () -> ui.go(Place.CAMPAIGNS));
        head.setSteps(new StepBar(STEPS.stream()
                .map(step -> new StepBar.Step(ui.text("campaigns.step." + step), StepBar.State.OPEN)).toList(), 0,
                at -> ui.go(at == 0 ? Place.content(campaign.id()) : Place.campaignStep(campaign.id(), STEPS.get(at)))));
        head.setActs(Buttons.plain(ui.text("compose.test"), Feather.SEND, this::askForTest),
                Buttons.accent(ui.text("campaigns.go-on"), null, this::onward));
        header = head;
        note();
        setTop(head);
        setBottom(new FilesBar(model.files, ui, () -> model.embed(pictures -> ui.toasts().done(ui.text("files.embedded", "n", pictures)))).with(new LanguageBar(model, ui)));
        write();
    }

    /** What is written, in the language that is chosen. */
    private void write() {
        if (model.campaign().get() == null) {
            return;
        }
        var editor = model.editor().get();
        if (editor != null) {
            setCenter(new DesignPane(model, editor, ui, this::onward));
            return;
        }
        var panes = new HBox(Space.width(new EditorPane(model, ui), EDITOR), Space.grow(new PreviewPane(model, ui)), Space.width(new ContentSide(model, ui), SIDE));
        panes.setMinHeight(0);
        setCenter(panes);
    }

    private void onward() {
        var campaign = model.campaign().get();
        if (campaign != null) {
            ui.go(Place.campaignStep(campaign.id(), "audience"));
        }
    }

    private void note() {
        if (header != null) {
            header.note().setText(ui.text("compose." + model.kept().get().name().toLowerCase(Locale.ROOT)));
        }
    }

    private void askForTest() {
        var campaign = model.campaign().get();
        if (campaign == null) {
            return;
        }
        if (!model.canTest()) {
            ui.toasts().failed(app.caravel.reason.Reason.of("compose.no-account"));
            ui.go(Place.campaignStep(campaign.id(), "audience"));
            return;
        }
        var to = new TextField();
        to.setPromptText("name@example.com");
        var send = Buttons.accent(ui.text("compose.test-send"), Feather.SEND, () -> {
            ui.dialogs().close();
            model.test(to.getText().strip(), () -> ui.toasts().done(ui.text("compose.test-sent", "address", to.getText().strip())));
        });
        send.disableProperty().bind(to.textProperty().map(typed -> !typed.contains("@")));
        to.setOnAction(_ -> send.fire());
        var box = Space.styled(Space.column(16, Words.heading(ui.text("compose.test")), new Field(ui.text("compose.test-to"), to).help(ui.text("compose.test-help")), send), "find");
        box.setPadding(new javafx.geometry.Insets(20));
        box.setMaxSize(400, javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, to);
    }

    /** A pane's margin. */
    static <N extends javafx.scene.layout.Region> N padded(N pane) {
        pane.setPadding(new javafx.geometry.Insets(16, 20, 16, 20));
        return pane;
    }
}
