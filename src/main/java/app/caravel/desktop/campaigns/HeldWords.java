package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import app.caravel.desktop.kit.Ui;
import app.caravel.reason.Reason;

/** Why people are held back, in one line: "22 written to this week, 31 a colleague answered". */
final class HeldWords {

    private static final String PREFIX = "manners.";

    private HeldWords() {}

    static String why(List<Reason> reasons, Ui ui) {
        var byKey = new LinkedHashMap<String, List<Reason>>();
        reasons.forEach(reason -> byKey.computeIfAbsent(reason.key(), _ -> new ArrayList<>()).add(reason));
        var parts = byKey.entrySet().stream().sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .filter(each -> ui.texts().has(key(each.getKey())))
                .map(each -> ui.text(key(each.getKey()), "n", each.getValue().size(), "days", each.getValue().getFirst().arguments().getOrDefault("days", 0))).toList();
        return String.join(ui.text("campaigns.list-comma"), parts);
    }

    private static String key(String reason) {
        return "sending.held." + (reason.startsWith(PREFIX) ? reason.substring(PREFIX.length()) : reason);
    }
}
