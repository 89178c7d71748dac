package app.caravel.desktop.delivery;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.MessageState;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Timeline;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.story.Story;
import app.caravel.report.MessageStories.Event;
import app.caravel.report.MessageStories.Happening;
import app.caravel.report.MessageStories.Step;

/** One mail's delivery report. */
final class DeliveryPanel extends BorderPane {

    private static final double TIME = 76;

    private final Ui ui;

    DeliveryPanel(Delivery delivery, Ui ui) {
        this.ui = ui;
        var message = delivery.message();
        boolean named = message.recipientName() != null && !message.recipientName().isBlank();
        var panel = new DetailsPanel(ui, null, named ? Objects.requireNonNull(message.recipientName()) : message.recipient(), named ? message.recipient() : "", delivery.subject());
        var verdict = Space.column(6, Words.wrapped(Words.heading(DeliveryWords.verdict(ui, delivery))));
        delivery.why().ifPresent(why -> verdict.getChildren().add(Words.wrapped(Words.muted(ui.text(why)))));
        verdict.setMinWidth(0);
        panel.add(verdict);
        panel.add(Space.column(8, Buttons.small(ui.text("delivery.copy"), Feather.COPY, () -> copy(delivery)),
                Space.row(8, Buttons.small(ui.text("delivery.lines"), Feather.FILE_TEXT, () -> ui.go(Place.linesOf(message.messageId()))),
                        Buttons.small(ui.text("delivery.campaign"), Feather.SEND, () -> ui.go(Place.recipient(message.campaignId(), message.id()))))));
        panel.section(ui.text("delivery.steps"), new Timeline(delivery.happened().stream().flatMap(happening -> entry(happening, happening.equals(delivery.happened().getFirst()))).toList(), TIME));
        panel.add(Words.wrapped(Words.help(ui.text("delivery.means"))));
        setCenter(panel);
        setMinHeight(0);
    }

    private Stream<Timeline.Entry> entry(Happening happening, boolean first) {
        var time = ui.formats().timeline(happening.at());
        var hover = ui.formats().full(happening.at());
        return switch (happening) {
            case Event event -> Stream.of(Story.entry(ui, event));
            case Step step when step.state() == MessageState.SENDING -> Stream.empty();
            case Step step -> Stream.of(new Timeline.Entry(time, hover, Story.fill(step.state()), ui.text(word(step, first)), detail(step), step.reply()));
        };
    }

    private static String word(Step step, boolean first) {
        return step.state() == MessageState.QUEUED && !first ? "delivery.step-queued-again" : "delivery.step-" + step.state().key().replace('_', '-');
    }

    private @Nullable String detail(Step step) {
        return Delivery.meaning(step).map(meaning -> ui.text(meaning.reason())).orElseGet(() -> step.reason() == null ? null : ui.text(step.reason()));
    }

    private void copy(Delivery delivery) {
        var content = new ClipboardContent();
        content.putString(DeliveryWords.forIt(ui, delivery));
        Clipboard.getSystemClipboard().setContent(content);
        ui.toasts().done(ui.text("delivery.copied"));
    }
}
