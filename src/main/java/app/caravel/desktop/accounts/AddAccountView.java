package app.caravel.desktop.accounts;

import java.util.ArrayList;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.accounts.AddAccountViewModel.Step;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.StepBar;
import app.caravel.desktop.kit.StepHeader;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The way to a new account in four steps, with a helper for the provider at the right. */
final class AddAccountView extends BorderPane {

    private static final double FORM = 480;

    private final Ui ui;
    private final AddAccountViewModel model;
    private final StepHeader header;
    private final StackPane form = new StackPane();
    // kept here and nowhere else: a view that was built anew must not be held by its view model
    private final ChangeListener<Object> listener = (_, _, _) -> show();
    private final ChangeListener<Object> whileSigningIn = (_, _, _) -> showAgain();

    AddAccountView(Ui ui, AddAccountViewModel model) {
        this.ui = ui;
        this.model = model;
        header = new StepHeader(ui, ui.text("accounts.add"), ui.text("accounts.add.below"), ui.navigator()::back);
        setTop(header);
        form.setAlignment(javafx.geometry.Pos.TOP_CENTER);
        form.setPadding(new Insets(32, 24, 24, 24));
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setRight(new ProviderHelp(ui, model));
        model.step.addListener(new WeakChangeListener<>(listener));
        model.kept.addListener(new WeakChangeListener<>(listener));
        model.byBrowser.addListener(new WeakChangeListener<>(whileSigningIn));
        model.provider.addListener(new WeakChangeListener<>(whileSigningIn));
        show();
    }

    /** A provider that was found late, or another way to sign in, changes what is asked for. */
    private void showAgain() {
        if (model.step.get() == Step.SIGN_IN) {
            show();
        }
    }

    private void show() {
        int current = model.step.get().ordinal();
        var steps = new ArrayList<StepBar.Step>();
        for (var step : Step.values()) {
            boolean done = step.ordinal() < current || model.kept.get();
            steps.add(new StepBar.Step(ui.text("accounts.step." + AccountsView.key(step)), done ? StepBar.State.DONE : StepBar.State.OPEN));
        }
        header.setSteps(new StepBar(steps, current, this::go));
        header.setActs(act());
        var shown = switch (model.step.get()) {
            case ADDRESS -> new AddressStep(ui, model);
            case SIGN_IN -> new SignInStep(ui, model);
            case TEST -> new TestStep(ui, model);
            case DONE -> new DoneStep(ui, model);
        };
        shown.setMaxWidth(FORM);
        form.getChildren().setAll(shown);
        form.requestLayout();
        focusFirst(shown);
    }

    /** A step that can be gone to: none before its needs are met, none back from an account that is kept. */
    private void go(int index) {
        var wanted = Step.values()[index];
        boolean ready = switch (wanted) {
            case ADDRESS, SIGN_IN -> !model.kept.get() && (wanted == Step.ADDRESS || model.addressIsGood.get());
            case TEST -> model.addressIsGood.get() && model.signInIsGood.get() && (!model.byBrowser.get() || model.browser.signed() != null) || model.kept.get();
            case DONE -> model.kept.get();
        };
        if (!ready) {
            show();
        } else if (wanted == Step.TEST) {
            model.test();
            show();
        } else {
            model.step.set(wanted);
            show();
        }
    }

    private Node act() {
        return switch (model.step.get()) {
            case ADDRESS -> enabled(Buttons.accent(ui.text("accounts.go-on"), null, () -> model.step.set(Step.SIGN_IN)), model.addressIsGood, "accounts.why.address");
            case SIGN_IN -> model.byBrowser.get() && model.browser.signed() == null ? Words.help(ui.text("accounts.why.browser")) : enabled(Buttons.accent(ui.text("accounts.test-now"), Feather.CHECK, model::test), model.signInIsGood, "accounts.why.server");
            case TEST -> enabled(Buttons.accent(ui.text("accounts.go-on"), null, () -> model.step.set(Step.DONE)), model.kept, "accounts.why.test");
            case DONE -> model.works.get() ? leave("accounts.write-first", Feather.EDIT_2, Place.NEW_CAMPAIGN) : leave("accounts.mend-later", Feather.AT_SIGN, Place.ACCOUNTS);
        };
    }

    private Button leave(String key, Feather icon, Place to) {
        return Buttons.accent(ui.text(key), icon, () -> {
            model.begin();
            ui.navigator().instead(to);
        });
    }

    /** The button, and beside it why it cannot be pressed while it cannot. */
    private Node enabled(Button button, ObservableBooleanValue when, String why) {
        button.disableProperty().bind(Bindings.not(when));
        button.setDefaultButton(true);
        var said = Words.help(ui.text(why));
        said.visibleProperty().bind(button.disableProperty());
        return Space.row(12, said, button);
    }

    private static void focusFirst(VBox step) {
        var fields = new ArrayList<Node>(step.lookupAll(".text-field"));
        if (!fields.isEmpty()) {
            javafx.application.Platform.runLater(fields.getFirst()::requestFocus);
        }
    }
}
