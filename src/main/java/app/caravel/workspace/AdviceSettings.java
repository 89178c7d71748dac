package app.caravel.workspace;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds of advice nobody wants to hear any more, by their ids. */
public final class AdviceSettings {

    private static final String OFF = "advice.off";

    private final Settings settings;

    AdviceSettings(Settings settings) {
        this.settings = settings;
    }

    /** The ids of what is switched off, the first one first. */
    public Set<String> off() {
        return settings.get(OFF).stream().flatMap(ids -> Arrays.stream(ids.split(","))).filter(id -> !id.isBlank()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public void switchOff(String id) {
        var off = new LinkedHashSet<>(off());
        off.add(id);
        keep(off);
    }

    public void switchOn(String id) {
        var off = new LinkedHashSet<>(off());
        off.remove(id);
        keep(off);
    }

    private void keep(Set<String> off) {
        if (off.isEmpty()) {
            settings.remove(OFF);
        } else {
            settings.put(OFF, String.join(",", off));
        }
    }
}
