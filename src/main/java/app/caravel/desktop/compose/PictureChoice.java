package app.caravel.desktop.compose;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Spot;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;

/** A picture for a block: chosen as a file, pasted or let go over the mail; kept in the workspace, and put into the block. */
final class PictureChoice {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp");

    private final ComposeViewModel model;
    private final DesignEditor editor;
    private final Ui ui;

    PictureChoice(ComposeViewModel model, DesignEditor editor, Ui ui) {
        this.model = model;
        this.editor = editor;
        this.ui = ui;
    }

    Node button(Block block) {
        var choose = Buttons.plain(ui.text(block.get("src").isBlank() ? "compose.choose-picture" : "compose.other-picture"), Feather.IMAGE, () -> choose(block.id()));
        var row = Space.row(8, choose);
        if (!block.get("src").isBlank()) {
            row.getChildren().add(Buttons.flatIcon(ui.text("compose.no-picture"), Feather.X, () -> editor.set(block.id(), "src", "")));
        }
        return row;
    }

    void choose(String id) {
        ui.dialogs().chooseFile(ui.text("compose.choose-picture"), List.of(new FileKind(ui.text("compose.pictures"), ENDINGS.stream().sorted().map("*."::concat).toList())),
                file -> model.keepPicture(file, source -> editor.set(id, "src", source)));
    }

    /** The pictures among some files. */
    static List<Path> pictures(List<File> files) {
        return files.stream().filter(file -> ENDINGS.contains(file.getName().substring(file.getName().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))).map(File::toPath).toList();
    }

    /** Takes the pictures of a clipboard, if it holds any: files, or a picture alone; what has words too is text with a picture of it. */
    boolean paste(Clipboard board) {
        var files = board.hasFiles() ? pictures(board.getFiles()) : List.<Path>of();
        if (!files.isEmpty()) {
            put(files, editor.next());
            return true;
        }
        var image = board.hasImage() && (board.getString() == null || board.getString().isBlank()) ? board.getImage() : null;
        if (image != null) {
            put(image, editor.next());
        }
        return image != null;
    }

    /** Each picture a block, one behind the other. */
    void put(List<Path> files, Spot spot) {
        model.keepPictures(files, sources -> put(spot, sources));
    }

    private void put(Image image, Spot spot) {
        model.keepPicture(() -> Snapshots.clearPng(image), ui.text("compose.block.picture"), source -> put(spot, List.of(source)));
    }

    /** The first goes into the chosen block where that is a picture's that has none yet. */
    private void put(Spot wanted, List<String> sources) {
        var chosen = editor.block();
        var rest = sources;
        if (chosen != null && chosen.type() == BlockType.PICTURE && chosen.get("src").isBlank() && wanted.equals(Spot.after(chosen.id()))) {
            editor.set(chosen.id(), "src", sources.getFirst());
            rest = sources.subList(1, sources.size());
        }
        editor.insertAt(rest.stream().map(source -> Block.of(BlockType.PICTURE, Map.of("src", source))).toList(), isThere(wanted) ? wanted : editor.next());
    }

    /** The block beside it may have been deleted while the picture was read. */
    private boolean isThere(Spot spot) {
        return spot.id().isEmpty() || editor.now().find(spot.id()).isPresent();
    }
}
