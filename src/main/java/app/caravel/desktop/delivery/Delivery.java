package app.caravel.desktop.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageState;
import app.caravel.campaign.SentSubjects;
import app.caravel.content.Rendered;
import app.caravel.reason.Reason;
import app.caravel.report.MessageStories.Event;
import app.caravel.report.MessageStories.Happening;
import app.caravel.report.MessageStories.Step;
import app.caravel.smtp.ServerMeaning;
import app.caravel.smtp.ServerWords;
import app.caravel.workspace.Workspace;

/**
 * What is known of one mail.
 *
 * @param subject as it was sent; empty where it was never made
 * @param campaign its name
 * @param account who sends it, null where the account is gone
 * @param happened oldest first
 */
record Delivery(Message message, String subject, String campaign, @Nullable Account account, List<Happening> happened) {

    Delivery {
        happened = List.copyOf(happened);
    }

    /** Reads it; nothing where the ledger does not know the mail. */
    static Optional<Delivery> read(Workspace workspace, long messageId) {
        return workspace.runs().messages().find(messageId).map(message -> {
            var campaign = workspace.campaigns().find(message.campaignId());
            return new Delivery(message, subject(workspace, message, campaign), campaign.map(Campaign::name).orElse(""),
                    workspace.accounts().find(message.accountId()).orElse(null), workspace.stories().of(messageId).reversed());
        });
    }

    private static String subject(Workspace workspace, Message message, Optional<Campaign> campaign) {
        return workspace.sentMails().of(message).map(Rendered::subject).or(() -> campaign.flatMap(each -> SentSubjects.planned(each.subject()))).orElse("");
    }

    /** What a server's answer means, where it did not take the mail. */
    static Optional<ServerMeaning> meaning(Step step) {
        return step.reply() == null || step.state() == MessageState.SENT ? Optional.empty() : Optional.of(ServerWords.read(0, step.reply()));
    }

    /** What became of it, in one sentence as a whole. Never that it was delivered: a server that took it says nothing of the mailbox. */
    Reason verdict() {
        var state = message.state();
        return switch (state) {
            case SENT -> sent();
            case FAILED, BOUNCED, DEFERRED -> refused(state);
            case HELD, SUPPRESSED, QUEUED, SENDING, CANCELLED, IN_DOUBT ->
                Reason.of("delivery.is-" + state.key().replace('_', '-'), "at", message.since().toEpochMilli());
        };
    }

    private Reason sent() {
        var at = message.sentAt() == null ? message.since() : message.sentAt();
        var host = account == null ? "" : account.host();
        return sign().map(sign -> Reason.of(sign.key(), "host", host, "at", at.toEpochMilli(), "then", sign.at().toEpochMilli()))
                .orElseGet(() -> Reason.of("delivery.is-sent", "host", host, "at", at.toEpochMilli()));
    }

    private record Sign(String key, Instant at) {}

    /** The strongest sign of a reader: a click, an opening by a person, one that is likely; the first of its kind. */
    private Optional<Sign> sign() {
        return first("delivery.is-sent-clicked", event -> event.kind().equals("click") && event.isPerson())
                .or(() -> first("delivery.is-sent-opened", event -> event.kind().equals("open") && "person".equals(event.verdict())))
                .or(() -> first("delivery.is-sent-likely", event -> event.kind().equals("open") && "likely".equals(event.verdict())));
    }

    private Optional<Sign> first(String key, Predicate<Event> fits) {
        return happened.stream().filter(Event.class::isInstance).map(Event.class::cast).filter(fits).findFirst().map(event -> new Sign(key, event.at()));
    }

    private Reason refused(MessageState state) {
        long at = (state == MessageState.DEFERRED && message.notBefore() != null ? message.notBefore() : message.since()).toEpochMilli();
        return Reason.of("delivery.is-" + state.key(), "at", at);
    }

    /** Why the mail is not on its way, in plain words: the server's meaning, else our own reason. */
    Optional<Reason> why() {
        if (message.state() == MessageState.SENT) {
            return Optional.empty();
        }
        return message.reply() != null ? Optional.of(ServerWords.read(0, message.reply()).reason()) : Optional.ofNullable(message.reason());
    }
}
