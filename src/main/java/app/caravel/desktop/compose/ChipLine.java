package app.caravel.desktop.compose;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.TextExt;
import org.fxmisc.richtext.model.NodeSegmentOpsBase;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.TextOps;
import org.jspecify.annotations.Nullable;
import org.reactfx.util.Either;

import app.caravel.content.Markup;
import app.caravel.content.design.MergeTag;

/**
 * One line of text in which each Liquid tag is a chip: one step of the caret, deleted whole, copied and pasted as it is
 * written. What the line says is its {@link #value}, with the tags as written.
 */
final class ChipLine extends GenericStyledArea<String, Either<String, ChipLine.Tag>, String> {

    /** Of a chip's words, from its top. */
    private static final double BASELINE = 13;

    /** A tag as it is written; empty for none. */
    record Tag(String liquid) {}

    /** A chip that was pressed: where it stands. */
    record Pressed(Tag tag, int at) {}

    private static final TextOps<Either<String, Tag>, String> PIECES = SegmentOps.<String>styledTextOps()._or(new NodeSegmentOpsBase<Tag, String>(new Tag("")) {
        @Override
        public int length(Tag tag) {
            return tag.liquid().isEmpty() ? 0 : 1;
        }
    }, (_, _) -> Optional.empty());

    private final StringProperty value;
    private final ChangeListener<String> fromOutside = (_, _, text) -> take(text);
    private boolean composing;

    /**
     * @param value what the line says, for others to read and to set
     * @param word what a chip says
     * @param pressed takes the chip that was pressed
     */
    ChipLine(StringProperty value, UnaryOperator<String> word, Consumer<Pressed> pressed) {
        super("", (_, _) -> {}, "", PIECES, segment -> segment.getSegment().unify(ChipLine::text, tag -> chip(tag, word.apply(tag.liquid()))));
        this.value = value;
        getStyleClass().add("chip-line");
        setAccessibleRole(AccessibleRole.TEXT_FIELD);
        take(value.get());
        getUndoManager().forgetHistory();
        richChanges().subscribe(_ -> changed());
        value.addListener(new WeakChangeListener<>(fromOutside));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && event.getTarget() instanceof Node node) {
                tagOf(node).ifPresent(tag -> pressed.accept(new Pressed(tag, place(tag, hit(event.getX(), event.getY()).getCharacterIndex().orElse(-1)))));
            }
        });
    }

    private static Node text(String text) {
        var node = new TextExt(text);
        node.setTextOrigin(VPos.TOP);
        node.getStyleClass().add("text");
        return node;
    }

    private static Node chip(Tag tag, String word) {
        var chip = new Label(word) {
            @Override
            public double getBaselineOffset() {
                return BASELINE; // a label tells it only once it is laid out, and the line has been by then
            }
        };
        chip.getStyleClass().addAll("merge-field", "pressed");
        if (MergeTag.parse(tag.liquid()).isEmpty()) {
            chip.getStyleClass().add("rule");
        }
        chip.setUserData(tag);
        return chip;
    }

    /** The label of a chip has its words in a node of its own. */
    private static Optional<Tag> tagOf(Node node) {
        for (Node at = node; at != null && !(at instanceof ChipLine); at = at.getParent()) {
            if (at.getUserData() instanceof Tag tag) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    /** Where the tag stands: at the place that was hit, or the first like it. */
    private int place(Tag tag, int hit) {
        int at = 0;
        int first = -1;
        for (var piece : pieces()) {
            if (piece.isRight() && piece.getRight().equals(tag)) {
                if (at == hit) {
                    return at;
                }
                first = first < 0 ? at : first;
            }
            at += PIECES.length(piece);
        }
        return first;
    }

    private List<Either<String, Tag>> pieces() {
        return getParagraph(0).getSegments();
    }

    private static String liquid(List<Either<String, Tag>> pieces) {
        return pieces.stream().map(piece -> piece.unify(text -> text, Tag::liquid)).collect(Collectors.joining());
    }

    private static StyledDocument<String, Either<String, Tag>, String> document(String liquid) {
        ReadOnlyStyledDocument<String, Either<String, Tag>, String> document = ReadOnlyStyledDocument.fromString("", "", "", PIECES);
        for (var piece : Markup.pieces(liquid.replaceAll("\\R", " "))) {
            Either<String, Tag> segment = piece.isTag() ? Either.right(new Tag(piece.text())) : Either.left(piece.text());
            document = document.concat(ReadOnlyStyledDocument.fromSegment(segment, "", "", PIECES));
        }
        return document;
    }

    private void take(String liquid) {
        if (!liquid.equals(liquid(pieces()))) {
            replace(0, getLength(), document(liquid));
        }
    }

    @Override
    protected void handleInputMethodEvent(InputMethodEvent event) {
        composing = !event.getComposed().isEmpty();
        super.handleInputMethodEvent(event);
        changed();
    }

    /** What an input method still composes is not said yet. */
    private void changed() {
        if (!composing) {
            value.set(liquid(pieces()));
            if (writtenTag() != null) {
                Platform.runLater(this::chipWritten);
            }
        }
    }

    /** A tag that somebody wrote in braces. @param at where it stands */
    private record Written(int at, String liquid) {}

    private @Nullable Written writtenTag() {
        int at = 0;
        for (var piece : pieces()) {
            int within = at;
            for (var part : piece.isLeft() ? Markup.pieces(piece.getLeft()) : List.<Markup.Piece>of()) {
                if (part.isTag()) {
                    return new Written(within, part.text());
                }
                within += part.text().length();
            }
            at += PIECES.length(piece);
        }
        return null;
    }

    private void chipWritten() {
        var written = writtenTag();
        if (written != null && !composing) {
            int after = getCaretPosition() - written.liquid().length() + 1;
            replace(written.at(), written.at() + written.liquid().length(), document(written.liquid()));
            moveTo(Math.clamp(after, written.at() + 1, getLength()));
        }
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.TAB) {
            event.consume();
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
        }
    }

    /** What the line says, the tags as written. */
    String says() {
        return value.get();
    }

    /** Marks all of it, to be looked at or written over. */
    void show() {
        requestFocus();
        selectAll();
    }

    /** Puts text where the caret stands; its tags are chips. */
    void insert(String liquid) {
        replaceSelection(document(liquid));
    }

    /** Puts another tag in the place of one; takes it away where the other is empty. */
    void change(Pressed chip, String liquid) {
        if (chip.at() >= 0 && chip.at() < getLength()) {
            replace(chip.at(), chip.at() + 1, document(liquid));
        }
    }

    @Override
    public void copy() {
        var selected = getSelection();
        if (selected.getLength() > 0) {
            var content = new ClipboardContent();
            content.putString(liquid(subDocument(selected.getStart(), selected.getEnd()).getParagraphs().getFirst().getSegments()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @Override
    public void cut() {
        copy();
        replaceSelection("");
    }

    @Override
    public void paste() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            insert(text.strip());
        }
    }
}
