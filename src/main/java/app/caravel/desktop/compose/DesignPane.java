package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.MergeFields;
import app.caravel.content.Markup;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.ReaderWords;
import app.caravel.content.design.Spot;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A mail of blocks: what can be put in, the mail itself to be written in, and the chosen block. A letter has no palette. */
final class DesignPane extends BorderPane {

    private enum Face { WRITE, PREVIEW }

    private static final double LEFT = 224;
    private static final double SIDE = 288;
    /** From this width on the mail and its preview stand side by side. */
    private static final double BOTH_FROM = 1_520;

    private final ComposeViewModel model;
    private final DesignEditor editor;
    private final Ui ui;
    private final BlockActs acts;
    private final Canvas canvas;
    private final BlockFrame frame;
    private final PreviewPane preview;
    private final MailHead head;
    private final PictureChoice pictures;
    private final BlockSide side;
    private final PiecesModel pieces;
    private final Pieces pieceRows;
    private final Segmented<Face> face;
    private final HBox middle = new HBox();
    private final Node writing;
    private final InvalidationListener changed;
    private final ChangeListener<@Nullable String> soughtListener = (_, _, words) -> seek(words);
    private @Nullable String waiting;
    private final ChangeListener<@Nullable Shown> shownListener = (_, _, _) -> seek(waiting);

    DesignPane(ComposeViewModel model, DesignEditor editor, Ui ui, Runnable onward) {
        this.model = model;
        this.editor = editor;
        this.ui = ui;
        boolean letter = editor.now().layout() == Design.Layout.LETTER;
        setMinHeight(0);
        pictures = new PictureChoice(model, editor, ui);
        acts = new BlockActs(model, editor, pictures, ui);
        frame = new BlockFrame(editor, acts, ui, letter);
        canvas = new Canvas(editor, ui.background(), design -> model.draw(design, tag -> BlockLooks.chip(tag, ui)), hints(), acts::act, frame);
        frame.draggedOver(canvas);
        preview = new PreviewPane(model, ui);
        PictureDrop.onto(canvas, pictures);
        head = new MailHead(model, editor, this::fieldMenu, ui);
        pieces = model.pieces();
        pieces.load();
        pieceRows = new Pieces(pieces, editor, canvas, ui);
        side = new BlockSide(model, editor, acts, pictures, block -> Pieces.keep(block, pieces, ui), ui);
        acts.wire(canvas, this::slash, this::fieldMenu, () -> LinkBox.show(canvas, acts, ui), this::fill, side::standIn, onward);
        var pauses = new TypingPauses(model);
        changed = _ -> pauses.typed();
        editor.design().addListener(new WeakInvalidationListener(changed));
        model.subject.addListener(new WeakInvalidationListener(changed));
        face = new Segmented<>(List.of(Face.values()), Face.WRITE, each -> ui.text("compose.face." + each.name().toLowerCase(Locale.ROOT)), each -> each == Face.WRITE ? Feather.EDIT_3 : Feather.EYE);
        face.valueProperty().addListener((_, _, _) -> arrange());
        writing = new StackPane(canvas, frame);
        middle.setMinHeight(0);
        Space.grow(middle);
        var page = new VBox(top(letter), middle);
        page.setMinSize(0, 0);
        setCenter(page);
        if (!letter) {
            setLeft(Space.width(new Palette(model, editor, acts, canvas, pieceRows, this::insertField, ui), LEFT));
        }
        setRight(Space.width(side, SIDE));
        model.sought().addListener(new WeakChangeListener<>(soughtListener));
        model.shown().addListener(new WeakChangeListener<>(shownListener));
        seek(model.sought().get());
        widthProperty().addListener((_, _, _) -> arrange());
        arrange();
        Key.UNDO.on(this, acts::undo);
        Key.REDO.on(this, acts::redo);
        Key.MERGE_FIELD.on(this, this::fieldMenu);
    }

    /** Shows words that another screen or an advice speaks of, as the shown recipient reads them, and marks them. */
    private void seek(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return;
        }
        var shown = model.shown().get();
        waiting = shown == null ? words : null;
        if (shown == null) {
            return;
        }
        var wanted = words.strip();
        var reader = shown.readerWords();
        if (face.isVisible()) {
            face.valueProperty().set(Face.WRITE);
        }
        var place = reader.find(editor.now(), wanted);
        if (wanted.equals(shown.mail().subject()) || place.isEmpty() && reader.holds(model.subject.get(), wanted)) {
            head.subject().show();
        } else if (place.isPresent()) {
            editor.choose(place.get().block().id());
            canvas.seek(wanted, values(reader));
        } else if (reader.holds(editor.now().preheader(), wanted)) {
            head.preheader().show();
        }
    }

    /** What each Liquid tag of the mail becomes for the shown recipient. */
    private Map<String, String> values(ReaderWords reader) {
        var values = new HashMap<String, String>();
        for (var block : editor.now().all()) {
            block.properties().values().forEach(text -> Markup.pieces(text).stream().filter(Markup.Piece::isTag).forEach(tag -> values.put(tag.text(), reader.value(tag.text()))));
        }
        return values;
    }

    private Node top(boolean letter) {
        var undo = tool("undo", Feather.CORNER_UP_LEFT, acts::undo);
        undo.disableProperty().bind(editor.canUndo().not());
        var redo = tool("redo", Feather.CORNER_UP_RIGHT, acts::redo);
        redo.disableProperty().bind(editor.canRedo().not());
        var hint = Words.help(ui.text(letter ? "compose.slash-letter" : "compose.slash-hint"));
        hint.setMinWidth(0);
        var row = Space.row(8, face, undo, redo, Space.rest(), hint, Buttons.flat(ui.text("compose.insert-here"), Feather.PLUS, this::slash));
        var box = new VBox(12, head, row);
        box.getStyleClass().add("panel-head");
        box.setPadding(new Insets(16, 24, 12, 24));
        return box;
    }

    private Button tool(String what, Feather icon, Runnable act) {
        return Buttons.flatIcon(ui.text("compose.tool." + what), icon, act);
    }

    /** The mail, its preview, or both, as there is room. */
    private void arrange() {
        boolean both = getWidth() >= BOTH_FROM;
        face.setVisible(!both);
        face.setManaged(!both);
        if (both) {
            middle.getChildren().setAll(Space.grow(writing), Space.grow(preview));
        } else {
            middle.getChildren().setAll(Space.grow(face.getValue() == Face.WRITE ? writing : preview));
        }
        ((javafx.scene.layout.Region) writing).setPrefWidth(0);
        preview.setPrefWidth(0);
        ((javafx.scene.layout.Region) writing).setMinSize(0, 0);
    }

    private Map<String, String> hints() {
        var hints = new HashMap<String, String>();
        for (var property : List.of("html", "label", "name", "details", "price", "rows", "total", "why", "column", "picture", "social", "raw")) {
            hints.put(property, ui.text("compose.canvas." + property));
        }
        return hints;
    }

    /** All that can be put in: blocks and merge fields. */
    private void slash() {
        var hole = canvas.takeHole();
        boolean inText = canvas.isEditing();
        canvas.unslash();
        var entries = new ArrayList<InsertMenu.Entry>();
        var blocks = editor.now().layout() == Design.Layout.LETTER ? BlockLooks.LETTER : BlockLooks.PALETTE;
        Runnable addBlocks = () -> blocks.stream().filter(type -> hole == null || !type.isWide())
                .forEach(type -> entries.add(new InsertMenu.Entry(ui.text("compose.part.blocks"), BlockLooks.icon(type), BlockLooks.word(type, ui), () -> put(type, hole))));
        if (editor.now().layout() == Design.Layout.LETTER && inText) {
            addFields(entries);
            addBlocks.run();
        } else {
            addBlocks.run();
            if (inText) {
                addFields(entries);
            }
        }
        pieces.all().get().forEach(piece -> entries.add(new InsertMenu.Entry(ui.text("compose.pieces"), Feather.BOOKMARK, piece.name(), () -> pieceRows.put(piece))));
        InsertMenu.show(entries, ui);
    }

    private void put(BlockType type, @Nullable Spot hole) {
        if (hole != null) {
            acts.insert(type, hole);
        } else {
            acts.insert(type);
        }
    }

    private void fieldMenu() {
        var entries = new ArrayList<InsertMenu.Entry>();
        addFields(entries);
        InsertMenu.show(entries, ui);
    }

    private void addFields(List<InsertMenu.Entry> entries) {
        var shown = model.shown().get();
        for (var field : shown == null ? MergeFields.OWN : shown.known()) {
            entries.add(new InsertMenu.Entry(ui.text("compose.merge-fields"), Feather.TAG, BlockLooks.field(field, ui), () -> insertField(field)));
        }
    }

    private void insertField(String field) {
        if (!head.insert(BlockActs.tag(field).written())) {
            acts.field(field);
        }
    }

    /** Goes to what is not written on the canvas: a picture is chosen, other blocks have their properties. */
    private void fill() {
        var block = editor.block();
        if (block != null && block.type() == BlockType.PICTURE) {
            pictures.choose(block.id());
        } else if (block != null && block.type() == BlockType.SOCIAL) {
            ui.go(app.caravel.desktop.kit.Place.settings("brand"));
        } else {
            getRight().lookupAll(".text-field, .text-area").stream().findFirst().ifPresent(Node::requestFocus);
        }
    }
}
