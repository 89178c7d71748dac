package app.caravel.desktop.settings;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The brand: read, changed one fact at a time and kept at once, and a small mail that shows it. */
final class BrandModel {

    /** The fields as they stand; set anew only where they are read or a change is taken back, so that nobody loses his place while typing. */
    final Load<Brand> fields;

    private final ReadOnlyObjectWrapper<Brand> brand = new ReadOnlyObjectWrapper<>(Brand.PLAIN);
    private final ReadOnlyObjectWrapper<String> sample = new ReadOnlyObjectWrapper<>("");
    private final Workspace workspace;
    private final Ui ui;
    private final Consumer<Runnable> undo;

    /** @param undo takes what takes a change back */
    BrandModel(Workspace workspace, Ui ui, Consumer<Runnable> undo) {
        this.workspace = workspace;
        this.ui = ui;
        this.undo = undo;
        this.fields = new Load<>(ui.background());
        fields.state().addListener((_, _, _) -> {
            var read = fields.value();
            if (read != null) {
                brand.set(read);
                draw();
            }
        });
    }

    void load() {
        fields.from(workspace.brands()::brand);
    }

    ReadOnlyObjectProperty<Brand> brand() {
        return brand.getReadOnlyProperty();
    }

    /** The HTML of a small mail in this brand. */
    ReadOnlyObjectProperty<String> sample() {
        return sample.getReadOnlyProperty();
    }

    void change(Brand changed) {
        var before = brand.get();
        if (!changed.equals(before)) {
            undo.accept(() -> {
                keep(before);
                fields.set(before);
            });
            keep(changed);
        }
    }

    /** Keeps a picture of this computer as the logo; mails carry it along. */
    void takeLogo(Path file) {
        ui.background().run(() -> workspace.pictures().keep(file).source(), source -> {
            change(brand.get().withLogo(source));
            fields.set(brand.get());
        });
    }

    void dropLogo() {
        change(brand.get().withLogo(""));
        fields.set(brand.get());
    }

    private void keep(Brand now) {
        brand.set(now);
        ui.background().run(() -> workspace.brands().keep(now), () -> {});
        draw();
    }

    private void draw() {
        var now = brand.get();
        var mail = new Design(Design.Layout.DESIGNED, ui.texts().language().locale().getLanguage(), "", java.util.List.of(
                Block.of(BlockType.PICTURE).with("src", DesignHtml.LOGO).with("align", "left").with("above", "20").with("below", "0"),
                block(BlockType.HEADING, "html", "settings.brand.sample.heading"),
                block(BlockType.TEXT, "html", "settings.brand.sample.text").with("above", "0").with("below", "4"),
                block(BlockType.BUTTON, "label", "settings.brand.sample.button").with("href", "https://example.com").with("below", "24"),
                Block.of(BlockType.SOCIAL), Block.of(BlockType.FOOTER).with("below", "24")));
        ui.background().run(() -> workspace.pictures().shown(DesignHtml.of(mail, now, DesignHtml.Pictures.AS_WRITTEN)), html -> {
            if (now.equals(brand.get())) {
                sample.set(html);
            }
        });
    }

    private Block block(BlockType type, String property, String key) {
        return Block.of(type).with(property, ui.text(key));
    }
}
