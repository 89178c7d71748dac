package app.caravel.desktop.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.StringJoiner;

import app.caravel.account.Providers;
import app.caravel.desktop.kit.Ui;
import app.caravel.reason.Reason;
import app.caravel.report.MessageStories.Event;
import app.caravel.report.MessageStories.Step;
import app.caravel.texts.Texts.Language;

/** A delivery report in words: the sentence on top, and the text for those who look after the servers. */
final class DeliveryWords {

    private DeliveryWords() {}

    static String verdict(Ui ui, Delivery delivery) {
        var verdict = delivery.verdict();
        var arguments = new LinkedHashMap<String, Object>(verdict.arguments());
        arguments.computeIfPresent("host", (_, host) -> who(ui, String.valueOf(host)));
        arguments.replaceAll((name, value) -> value instanceof Number at && (name.equals("at") || name.equals("then")) ? ui.formats().when(Instant.ofEpochMilli(at.longValue())) : value);
        return ui.text(new Reason(verdict.key(), arguments));
    }

    /** The provider's name, else its server's; in Chinese a Latin one is parted from the words before it. */
    private static String who(Ui ui, String host) {
        var name = Providers.withServer(host).map(provider -> ui.text("account.provider." + provider.id())).orElse(host);
        return ui.texts().language() == Language.CHINESE && !name.isEmpty() && name.charAt(0) < 0x2e80 ? " " + name : name;
    }

    /** All that a mail administrator asks for first: ids, addresses, times in UTC, the servers' words. */
    static String forIt(Ui ui, Delivery delivery) {
        var message = delivery.message();
        var text = new StringJoiner("\n", "", "\n");
        text.add(verdict(ui, delivery));
        delivery.why().ifPresent(why -> text.add(ui.text(why)));
        text.add("");
        text.add("Message-ID: " + message.messageId());
        text.add("From: " + (delivery.account() == null ? "" : delivery.account().fromAddress()));
        text.add("To: " + message.recipient());
        text.add("Subject: " + delivery.subject());
        text.add("SMTP: " + (delivery.account() == null ? "" : delivery.account().host() + ":" + delivery.account().port()));
        text.add("");
        for (var happening : delivery.happened()) {
            switch (happening) {
                case Step step -> text.add(step.at() + "  " + step.state().key() + (step.reply() == null ? "" : "  " + step.reply()) + (step.reason() == null ? "" : "  " + ui.text(step.reason())));
                case Event event -> text.add(event.at() + "  " + event.kind() + (event.verdict() == null ? "" : "  " + event.verdict()));
            }
        }
        return text.toString();
    }
}
