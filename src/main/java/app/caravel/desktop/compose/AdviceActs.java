package app.caravel.desktop.compose;

import app.caravel.content.Mend;
import app.caravel.content.advice.Advice;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;

/** What is done about advice while the mail is written. */
final class AdviceActs {

    private final ComposeViewModel model;
    private final Ui ui;

    AdviceActs(ComposeViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
    }

    void show(Advice advice) {
        if (advice.where() != null) {
            var shown = model.shown().get();
            boolean inHead = advice.part() == Advice.Part.SUBJECT && shown != null && model.editor().get() != null;
            model.seek(inHead ? shown.mail().subject() : advice.where());
        }
    }

    void mend(Advice advice) {
        var campaign = model.campaign().get();
        switch (advice.mend()) {
            case Mend.Words words -> model.advice().write(words.written(), words.proposed())
                    .ifPresentOrElse(undo -> ui.toasts().undoable(ui.text("campaigns.check.written", "words", words.proposed()), null, ui.text("kit.undo"), undo), () -> show(advice));
            case Mend.Account _ when campaign != null -> ui.go(campaign.accountId() == null ? Place.campaignStep(campaign.id(), "audience") : Place.account(campaign.accountId()));
            default -> show(advice);
        }
    }

    void switchOff(Advice advice) {
        model.advice().switchOff(advice);
        ui.toasts().undoable(ui.text("advice.off-done", "name", ui.text(Advice.name(advice.id()))), ui.text("advice.off-help"), ui.text("kit.undo"), () -> model.advice().switchOn(advice));
    }
}
