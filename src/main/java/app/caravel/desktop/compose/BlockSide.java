package app.caravel.desktop.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.Markup;
import app.caravel.content.design.Block;
import app.caravel.content.design.MergeTag;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** At the right: the chosen block, its merge fields with what stands in for them, and what to look at before the mail goes. */
final class BlockSide extends StackPane {

    private static final List<String> WITH_FIELDS = List.of("html", "label", "href", "name", "details", "price", "rows", "total", "why", "alt");

    private final ComposeViewModel model;
    private final DesignEditor editor;
    private final BlockActs acts;
    private final PictureChoice pictures;
    private final Consumer<Block> keep;
    private final Ui ui;
    private final AdvicePane advice;
    private final VBox top = new VBox(16);
    private final VBox looks = new VBox(12);
    private final VBox column = new VBox(20, top, looks);
    private final ScrollPane scroll;
    private @Nullable String builtFor;
    private final InvalidationListener changed = _ -> show();
    private final ChangeListener<@Nullable Shown> shownListener = (_, _, now) -> looks(now);
    private final InvalidationListener soughtListener = _ -> keepAdvice();

    BlockSide(ComposeViewModel model, DesignEditor editor, BlockActs acts, PictureChoice pictures, Consumer<Block> keep, Ui ui) {
        this.model = model;
        this.editor = editor;
        this.acts = acts;
        this.pictures = pictures;
        this.keep = keep;
        this.ui = ui;
        this.advice = AdvicePane.of(model, ui);
        getStyleClass().add("details");
        ComposeView.padded(column);
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        setMinHeight(0);
        editor.chosen().addListener(new WeakInvalidationListener(changed));
        editor.drawn().addListener(new WeakInvalidationListener(changed));
        model.shown().addListener(new WeakChangeListener<>(shownListener));
        model.sought().addListener(new WeakInvalidationListener(soughtListener));
        show();
        looks(model.shown().get());
    }

    /** Built anew for another block, or where a way back changed this one; never under the hands of who is typing here. */
    private void show() {
        editor.chosen().get();
        editor.drawn().get();
        var block = editor.block();
        var id = block == null ? null : block.id();
        if (java.util.Objects.equals(id, builtFor) && holdsFocus()) {
            return;
        }
        builtFor = id;
        top.getChildren().clear();
        if (block == null) {
            mail();
            return;
        }
        var title = Words.heading(BlockLooks.word(block.type(), ui));
        top.getChildren().addAll(
                Space.row(8, Icons.of(BlockLooks.icon(block.type()), "accent"), title, Space.rest(),
                        Buttons.flatIcon(ui.text("compose.tool.piece"), Feather.BOOKMARK, this::keep, "small"),
                        Buttons.flatIcon(ui.text("compose.tool.duplicate"), Feather.COPY, () -> acts.act("duplicate"), "small"),
                        Buttons.flatIcon(ui.text("compose.tool.remove"), Feather.TRASH_2, () -> acts.act("remove"), "small")),
                new BlockProperties(block, editor, pictures, acts, ui));
        fields(block);
    }

    /** Goes to what stands in for a merge field of the chosen block. */
    void standIn(String field) {
        top.getChildren().stream().filter(FieldForm.class::isInstance).map(FieldForm.class::cast).filter(form -> form.field().equals(field)).findFirst().ifPresent(form -> {
            reveal(form);
            form.standIn().requestFocus();
        });
    }

    /** What is said of the block that is shown stands above the advice that showed it: the advice stays in sight. */
    private void keepAdvice() {
        Platform.runLater(() -> advice.openRow().ifPresent(this::reveal));
    }

    private void reveal(Node within) {
        scroll.applyCss();
        scroll.layout();
        double from = column.sceneToLocal(within.localToScene(within.getBoundsInLocal())).getMinY();
        double room = column.getHeight() - scroll.getViewportBounds().getHeight();
        double seen = scroll.getVvalue() * Math.max(0, room);
        if (room > 0 && (from < seen || from + within.getBoundsInLocal().getHeight() > seen + scroll.getViewportBounds().getHeight())) {
            scroll.setVvalue(Math.clamp((from - 40) / room, 0, 1));
        }
    }

    private void keep() {
        var block = editor.block();
        if (block != null) {
            keep.accept(block);
        }
    }

    private boolean holdsFocus() {
        for (Node at = getScene() == null ? null : getScene().getFocusOwner(); at != null; at = at.getParent()) {
            if (at == top) {
                return true;
            }
        }
        return false;
    }

    private void mail() {
        top.getChildren().addAll(Words.heading(ui.text("compose.this-mail")), Words.wrapped(Words.help(ui.text("compose.choose-block"))));
        if (model.language().get() == null) { // a variant's language is what it is
            top.getChildren().add(new MailLanguage(editor, ui));
        }
    }

    /** The block's merge fields: who has none, and what stands in. */
    private void fields(Block block) {
        var tags = new LinkedHashMap<String, MergeTag>();
        for (var property : WITH_FIELDS) {
            Markup.pieces(block.get(property)).stream().filter(Markup.Piece::isTag).forEach(piece -> MergeTag.parse(piece.text()).ifPresent(tag -> tags.putIfAbsent(tag.field(), tag)));
        }
        tags.remove("unsubscribe_url");
        if (tags.isEmpty()) {
            return;
        }
        top.getChildren().addAll(Space.line(), Words.heading(ui.text("compose.fields-here")));
        tags.values().forEach(tag -> top.getChildren().add(fieldOf(block, tag)));
    }

    private Node fieldOf(Block block, MergeTag tag) {
        return new FieldForm(tag, model, ui, change -> editor.type(block.id(), "field-" + tag.field(), each -> withField(each, tag.field(), change)));
    }

    private static Block withField(Block block, String field, UnaryOperator<MergeTag> change) {
        var changed = block;
        for (var property : WITH_FIELDS) {
            var written = new StringBuilder();
            for (var piece : Markup.pieces(block.get(property))) {
                var tag = piece.isTag() ? MergeTag.parse(piece.text()).filter(each -> each.field().equals(field)) : Optional.<MergeTag>empty();
                written.append(tag.isPresent() ? change.apply(tag.get()).written() : piece.text());
            }
            changed = changed.with(property, written.toString());
        }
        return changed;
    }

    private void looks(@Nullable Shown now) {
        looks.getChildren().clear();
        if (now != null) {
            looks.getChildren().addAll(Space.line(), Words.heading(ui.text("compose.looks")));
            ContentSide.looks(now, model::seek, ui).forEach(looks.getChildren()::add);
            looks.getChildren().add(advice);
        }
    }
}
