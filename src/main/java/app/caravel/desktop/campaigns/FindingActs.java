package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.CheckFinding;
import app.caravel.content.Mend;
import app.caravel.content.advice.Advice;
import app.caravel.desktop.campaigns.DraftViewModel.Step;
import app.caravel.desktop.campaigns.MendViewModel.Act;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What can be done at a finding: its one button, by the way in which it is mended, and leaving its people out. */
final class FindingActs {

    private final DraftViewModel draft;
    private final Ui ui;

    FindingActs(DraftViewModel draft, Ui ui) {
        this.draft = draft;
        this.ui = ui;
    }

    /** The button of a finding; none where there is nothing to do but know it. */
    Optional<Button> button(CheckFinding finding) {
        return switch (finding.mend()) {
            case Mend.Content _ -> act("campaigns.check.mend-it", () -> open(finding));
            case Mend.StandIn(var field) -> act("campaigns.check.stand-in", () -> standIn(finding.language(), field));
            case Mend.Words words -> act("campaigns.check.write", () -> write(finding, words));
            case Mend.Names _ -> act("campaigns.check.names", () -> draft.mends.names(finding, this::names));
            case Mend.Schedule _ -> act("campaigns.check.schedule", () -> draft.step.set(Step.SCHEDULE));
            case Mend.Account _ -> act("campaigns.check.account", this::account);
            case Mend.Nothing _ -> canLeaveOut(finding) ? Optional.of(leaveOut(finding)) : Optional.empty();
        };
    }

    private Optional<Button> act(String key, Runnable act) {
        return Optional.of(Buttons.small(ui.text(key), null, act));
    }

    /** What else can be done at a piece of advice: not to hear it again. */
    Button menu(CheckFinding advice) {
        var off = new MenuItem(ui.text("advice.off"));
        off.setMnemonicParsing(false);
        off.setOnAction(_ -> draft.check.unwanted(advice, undo -> ui.toasts().undoable(ui.text("advice.off-done", "name", ui.text(Advice.name(advice.kind()))), ui.text("advice.off-help"), ui.text("kit.undo"), undo)));
        var menu = new ContextMenu(off);
        var more = Buttons.flatIcon(ui.text("advice.more"), Feather.MORE_HORIZONTAL, () -> {}, "small");
        more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
        return more;
    }

    static boolean canLeaveOut(CheckFinding finding) {
        return !finding.recipients().isEmpty() && !finding.kind().equals("suppressed");
    }

    private Button leaveOut(CheckFinding finding) {
        return Buttons.small(ui.text("campaigns.check.leave-out", "n", finding.count()), null, () -> leaveOut(finding.recipients()));
    }

    void leaveOut(Collection<String> addresses) {
        draft.mends.leaveOut(addresses, act -> done("campaigns.check.left-out", act));
    }

    private void done(String key, Act act) {
        ui.toasts().undoable(ui.text(key, "n", act.count()), null, ui.text("kit.undo"), act.undo());
    }

    private void open(CheckFinding finding) {
        var campaign = draft.campaign().get();
        if (campaign != null) {
            ui.go(Place.content(campaign.id(), finding.language(), finding.where()));
        }
    }

    private void account() {
        var campaign = draft.campaign().get();
        if (campaign == null || campaign.accountId() == null) {
            draft.step.set(Step.AUDIENCE);
        } else {
            ui.go(Place.account(campaign.accountId()));
        }
    }

    /** Where the words do not stand as they are read, as between two merge fields, they are shown in Compose instead. */
    private void write(CheckFinding finding, Mend.Words words) {
        if (!draft.mends.holds(finding.language(), words.written())) {
            open(finding);
        } else {
            draft.mends.write(finding.language(), each -> each.withWords(words.written(), words.proposed()),
                    act -> ui.toasts().undoable(ui.text("campaigns.check.written", "words", words.proposed()), null, ui.text("kit.undo"), act.undo()));
        }
    }

    /** Asks for the word, and writes it into the content. */
    private void standIn(@Nullable String language, String field) {
        var campaign = draft.campaign().get();
        if (campaign == null) {
            return;
        }
        var word = new TextField();
        word.setPromptText(ui.text("campaigns.check.stand-in.prompt"));
        var keep = Buttons.accent(ui.text("campaigns.check.stand-in.keep"), null, () -> {
            ui.dialogs().close();
            draft.mends.write(language, written -> written.withStandIn(field, word.getText().strip()), act -> done("campaigns.check.stand-in.done", act));
        });
        keep.setDefaultButton(true);
        keep.disableProperty().bind(word.textProperty().map(String::isBlank));
        dialog(ui.text("campaigns.check.stand-in.heading", "field", field),
                new Field(ui.text("campaigns.check.stand-in.word"), word).help(ui.text("campaigns.check.stand-in.help")), keep, word);
    }

    /** Shows each name as it would be, to be ticked or left. */
    private void names(List<MendViewModel.NewName> names) {
        var chosen = new ArrayList<>(names);
        var rows = Space.column(8);
        for (var name : names) {
            var box = new CheckBox(ui.text("campaigns.check.names.row", "before", name.before(), "after", name.after()));
            box.setMnemonicParsing(false);
            box.setSelected(true);
            box.setOnAction(_ -> {
                if (box.isSelected()) {
                    chosen.add(name);
                } else {
                    chosen.remove(name);
                }
            });
            rows.getChildren().add(box);
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(280);
        scroll.setMinHeight(Math.min(280, names.size() * 26.0));
        var keep = Buttons.accent(ui.text("campaigns.check.names.keep"), null, () -> {
            ui.dialogs().close();
            draft.mends.write(chosen, act -> done("campaigns.check.names.done", act));
        });
        keep.setDefaultButton(true);
        dialog(ui.text("campaigns.check.names.heading"), Space.column(12, Words.wrapped(Words.small(ui.text("campaigns.check.names.help"))), scroll), keep, keep);
    }

    private void dialog(String heading, Region below, Button keep, Node first) {
        var box = Space.column(16, Words.wrapped(Words.heading(heading)), below,
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), keep));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, 440);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        ui.dialogs().show(box, first);
    }
}
