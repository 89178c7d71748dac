package app.caravel.desktop.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.Brand;
import app.caravel.content.design.Contrast;
import app.caravel.content.pictures.PictureStore;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.MailPaper;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Brand: how the company's mails look, with a small mail above that shows it as it is changed. */
final class BrandSection extends VBox {

    private static final double FIELD = 264;

    private final BrandModel model;
    private final Ui ui;
    private final MailPaper paper = new MailPaper().zoomed(0.8);
    private final VBox warning = new VBox();
    private final ChangeListener<String> drawn = (_, _, html) -> paper.show(html, "");
    private final ChangeListener<Brand> changed = (_, _, now) -> warn(now);

    BrandSection(BrandModel model, Ui ui) {
        super(24);
        this.model = model;
        this.ui = ui;
        Space.height(paper, 340);
        getChildren().addAll(Space.column(12, Space.row(8, Words.heading(ui.text("settings.brand.sample")), Words.help(ui.text("settings.brand.sample.help"))), paper),
                new Faces<>(ui, model.fields, this::fields));
        model.sample().addListener(new WeakChangeListener<>(drawn));
        model.brand().addListener(new WeakChangeListener<>(changed));
        paper.show(model.sample().get(), "");
    }

    private VBox fields(Brand brand) {
        warn(brand);
        var look = SettingsGroup.of(ui.text("settings.brand.look"), color("color", brand.color(), Brand::withColor),
                color("text-color", brand.textColor(), Brand::withTextColor), font(brand),
                logo(brand));
        look.getChildren().add(warning);
        var sender = SettingsGroup.of(ui.text("settings.brand.sender"), text("company", brand.company(), String::strip, Brand::withCompany),
                text("address", brand.address(), written -> written.strip().replaceAll("\\s*\\R\\s*", ", "), Brand::withAddress),
                text("website", brand.website(), BrandSection::address, Brand::withWebsite));
        var networks = Brand.NETWORKS.stream().map(name -> network(name, brand)).toArray(Node[]::new);
        return Space.column(24, look, sender, SettingsGroup.of(ui.text("settings.brand.networks"), networks));
    }

    private SettingRow text(String what, String value, Function<String, String> tidied, BiFunction<Brand, String, Brand> with) {
        var field = Space.width(new TextField(value), FIELD);
        var hint = "settings.brand." + what + ".hint";
        field.setPromptText(ui.text(hint));
        var row = new SettingRow(ui, ui.text("settings.brand." + what), ui.text("settings.brand." + what + ".help"), field);
        keptFrom(field, row, tidied, with);
        return row;
    }

    private SettingRow logo(Brand brand) {
        boolean kept = PictureStore.isKept(brand.logo());
        var field = Space.width(new TextField(kept ? "" : brand.logo()), kept ? 0 : 152);
        field.setVisible(!kept);
        field.setManaged(!kept);
        field.setPromptText(ui.text("settings.brand.logo.hint"));
        var choose = Buttons.plain(ui.text("settings.brand.logo.choose"), Feather.IMAGE,
                () -> ui.dialogs().chooseFile(ui.text("settings.brand.logo"), List.of(FileKind.of(ui.text("settings.brand.logo.kind"), "*.png", "*.jpg", "*.jpeg", "*.gif")), model::takeLogo));
        var control = Space.row(8, field, choose);
        if (kept) {
            control.getChildren().add(Buttons.flatIcon(ui.text("settings.brand.logo.remove"), Feather.X, model::dropLogo));
        }
        var row = new SettingRow(ui, ui.text("settings.brand.logo"), ui.text("settings.brand.logo.help"), control);
        if (!kept) {
            keptFrom(field, row, BrandSection::address, Brand::withLogo);
        }
        return row;
    }

    private SettingRow network(String name, Brand brand) {
        var field = Space.width(new TextField(brand.networks().getOrDefault(name, "")), FIELD);
        field.setPromptText(name.equals("WhatsApp") ? "https://wa.me/8613800000000" : "https://");
        var row = new SettingRow(ui, name, null, field);
        keptFrom(field, row, BrandSection::address, (now, page) -> now.withNetwork(name, page));
        return row;
    }

    /** Kept by Enter and on leaving the field. */
    private void keptFrom(TextField field, SettingRow row, Function<String, String> tidied, BiFunction<Brand, String, Brand> with) {
        Runnable keep = () -> {
            var written = tidied.apply(field.getText());
            field.setText(written);
            var now = with.apply(model.brand().get(), written);
            if (!now.equals(model.brand().get())) {
                model.change(now);
                row.kept();
            }
        };
        field.setOnAction(_ -> keep.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                keep.run();
            }
        });
    }

    private SettingRow color(String what, String value, BiFunction<Brand, String, Brand> with) {
        var field = new ColorField(value, ui.text("settings.brand." + what));
        var row = new SettingRow(ui, ui.text("settings.brand." + what), ui.text("settings.brand." + what + ".help"), field);
        field.chosen(color -> {
            model.change(with.apply(model.brand().get(), color));
            row.kept();
        });
        return row;
    }

    private SettingRow font(Brand brand) {
        var box = Space.width(new ComboBox<String>(), FIELD);
        box.getItems().setAll(Brand.FONTS);
        if (!Brand.FONTS.contains(brand.font())) {
            box.getItems().add(brand.font());
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@org.jspecify.annotations.Nullable String families) {
                return families == null ? "" : families.split(",", -1)[0].replace("'", "").strip();
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setValue(brand.font());
        var row = new SettingRow(ui, ui.text("settings.brand.font"), ui.text("settings.brand.font.help"), box);
        box.valueProperty().addListener((_, _, chosen) -> {
            model.change(model.brand().get().withFont(chosen));
            row.kept();
        });
        return row;
    }

    private void warn(Brand brand) {
        double ratio = Contrast.between(brand.color(), "#ffffff");
        warning.getChildren().clear();
        if (ratio < Contrast.WANTED) {
            var words = Space.row(8, Icons.of(Feather.ALERT_TRIANGLE, "small", "scheduled"), Words.wrapped(Words.of(
                    ui.text("settings.brand.pale", "ratio", String.format(Locale.ROOT, "%.1f", Math.floor(ratio * 10) / 10)), "small", "scheduled-text")));
            words.setAlignment(Pos.TOP_LEFT);
            warning.getChildren().setAll(words);
        }
        warning.setVisible(!warning.getChildren().isEmpty());
        warning.setManaged(warning.isVisible());
    }

    /** An address of the web: with its protocol, also where none was typed. */
    private static String address(String written) {
        var address = written.strip();
        return address.isEmpty() || address.contains("://") || address.startsWith("file:") ? address : "https://" + address;
    }
}
