package app.caravel.workspace;

import app.caravel.campaign.Manners;
import app.caravel.store.Json;

/** How often people may be written to, as this workspace has chosen it. */
public final class MannersSettings {

    private static final String NAME = "manners";

    private final Settings settings;

    MannersSettings(Settings settings) {
        this.settings = settings;
    }

    public Manners.Rules rules() {
        return settings.get(NAME).map(json -> Json.read(json, Manners.Rules.class)).orElse(Manners.Rules.USUAL);
    }

    public void put(Manners.Rules rules) {
        settings.put(NAME, Json.write(rules));
    }
}
