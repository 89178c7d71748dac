package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import app.caravel.content.design.MergeTag;
import app.caravel.content.design.ShownAs;
import app.caravel.content.wording.Wording;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What can be said of a merge field: what stands in where somebody has none, how its value is worded, and what becomes of it. */
final class FieldForm extends VBox {

    private static final List<String> FORMS = List.of("medium", "short", "long", "full");

    private final ComposeViewModel model;
    private final Ui ui;
    private final Consumer<UnaryOperator<MergeTag>> change;
    private final TextField standIn = new TextField();
    private final StackPane option = new StackPane();
    private final Label example = Words.wrapped(Words.help(""));
    private final Field first;
    private final ChangeListener<@Nullable Shown> shownListener = (_, _, _) -> told();
    private MergeTag tag;

    /** A way to show it; the filters of none of these ways stand as they are written. */
    private record Choice(@Nullable ShownAs as, String written) {}

    /** @param change takes what is to be done to the tag, at each key press */
    FieldForm(MergeTag tag, ComposeViewModel model, Ui ui, Consumer<UnaryOperator<MergeTag>> change) {
        super(8);
        this.tag = tag;
        this.model = model;
        this.ui = ui;
        this.change = change;
        standIn.setText(tag.fallback() == null ? "" : tag.fallback());
        standIn.setId("stand-in-" + tag.field());
        standIn.setPromptText(ui.text("compose.stand-in-none"));
        standIn.textProperty().addListener((_, _, now) -> does(each -> each.withFallback(now)));
        first = new Field(ui.text("compose.stand-in-of", "field", BlockLooks.field(tag.field(), ui)), standIn);
        option.managedProperty().bind(option.visibleProperty());
        getChildren().addAll(first, new Field(ui.text("compose.worded"), ways()), option, example);
        model.shown().addListener(new WeakChangeListener<>(shownListener));
        told();
    }

    String field() {
        return tag.field();
    }

    TextField standIn() {
        return standIn;
    }

    private void does(UnaryOperator<MergeTag> what) {
        tag = what.apply(tag);
        change.accept(what);
        example();
    }

    private ComboBox<Choice> ways() {
        var ways = new ComboBox<Choice>();
        ways.setId("worded-" + tag.field());
        var now = ShownAs.of(tag);
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(ShownAs.AS_IT_STANDS, ""));
        for (var wording : Wording.values()) {
            var same = now.filter(as -> as.wording() == wording);
            choices.add(new Choice(same.orElse(new ShownAs(wording, "")), ""));
        }
        if (now.isEmpty()) {
            choices.add(new Choice(null, tag.filters()));
        }
        ways.getItems().setAll(choices);
        ways.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.as() == null ? choice.written()
                        : ui.text("compose.worded." + (choice.as().wording() == null ? "as_it_stands" : choice.as().wording().filter()));
            }

            @Override
            public Choice fromString(String word) {
                throw new UnsupportedOperationException(word);
            }
        });
        ways.setValue(choices.stream().filter(choice -> Objects.equals(choice.as(), now.orElse(null))).findFirst().orElseThrow());
        option(ways.getValue().as());
        ways.valueProperty().addListener((_, _, chosen) -> {
            option(chosen.as());
            worded(chosen.as() == null ? chosen.written() : chosen.as().filters());
        });
        return ways;
    }

    private void worded(String filters) {
        does(each -> each.withFilters(filters));
    }

    /** A currency, or the form of a date. */
    private void option(@Nullable ShownAs as) {
        option.getChildren().clear();
        if (as != null && as.wording() == Wording.MONEY) {
            var currency = new TextField(as.option());
            currency.setId("currency-" + tag.field());
            currency.setPromptText("USD");
            currency.textProperty().addListener((_, _, now) -> worded(new ShownAs(Wording.MONEY, now.strip().toUpperCase(Locale.ROOT)).filters()));
            option.getChildren().add(new Field(ui.text("compose.currency"), currency).help(ui.text("compose.currency-help")));
        } else if (as != null && as.wording() == Wording.LOCAL_DATE) {
            var form = new ComboBox<String>();
            form.setId("form-" + tag.field());
            form.getItems().setAll(FORMS);
            form.setConverter(new StringConverter<>() {
                @Override
                public String toString(@Nullable String each) {
                    return each == null ? "" : FORMS.contains(each) ? ui.text("compose.date-form." + each) : each;
                }

                @Override
                public String fromString(String word) {
                    throw new UnsupportedOperationException(word);
                }
            });
            form.setValue(as.option().isEmpty() ? "medium" : as.option());
            form.valueProperty().addListener((_, _, now) -> worded(new ShownAs(Wording.LOCAL_DATE, now.equals("medium") ? "" : now).filters()));
            option.getChildren().add(new Field(ui.text("compose.date-form"), form));
        }
        option.setVisible(!option.getChildren().isEmpty());
    }

    /** How many have none, and what becomes of it for the one who is shown. */
    private void told() {
        var shown = model.shown().get();
        var lack = shown == null ? null : shown.missing().get(tag.field());
        if (shown != null && lack != null) {
            first.help(lack == 0 ? ui.text("compose.all-have") : ui.text("compose.lack", "n", lack, "of", shown.of()));
        }
        example();
    }

    private void example() {
        example.setText(FieldExample.of(tag, model.shown().get()).map(ui::text).orElse(""));
        example.setManaged(!example.getText().isEmpty());
    }
}
