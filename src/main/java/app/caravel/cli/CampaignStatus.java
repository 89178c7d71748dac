package app.caravel.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import app.caravel.campaign.Message;
import app.caravel.campaign.MessageQueries;
import app.caravel.campaign.MessageState;
import app.caravel.campaign.Progress;
import app.caravel.texts.Texts;

/** How far a campaign is, as one line of JSON or as lines to read. */
final class CampaignStatus {

    private CampaignStatus() {}

    static void print(Options options, Progress progress, MessageQueries messages) {
        var row = row(progress, messages);
        if (options.json()) {
            options.print(row);
            return;
        }
        options.out().printf("%s: %s%n", progress.campaign().name(), progress.campaign().state().key());
        for (var state : MessageState.values()) {
            if (progress.counts().of(state) > 0) {
                options.out().printf("  %-10s %,8d%n", state.key().replace('_', ' '), progress.counts().of(state));
            }
        }
        if (progress.counts().of(MessageState.IN_DOUBT) > 0) {
            options.err().println("caravel: " + Texts.in(Texts.Language.ENGLISH).get("campaign.in-doubt-left"));
        }
    }

    /** The contract's keys, in its order. */
    static Map<String, Object> row(Progress progress, MessageQueries messages) {
        var row = new LinkedHashMap<String, Object>();
        row.put("campaign", progress.campaign().name());
        for (var state : MessageState.values()) {
            row.put(state.key(), progress.counts().of(state));
        }
        row.put("in_doubt_recipients", messages.inState(progress.campaign().id(), MessageState.IN_DOUBT).stream().map(Message::address).toList());
        row.put("seconds", progress.campaign().activeMillis() / 1000.0);
        row.put("state", progress.campaign().state().key());
        return row;
    }
}
