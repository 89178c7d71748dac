package app.caravel.workspace;

import app.caravel.content.design.Brand;
import app.caravel.content.design.BrandJson;

/** How this company's mails look: one brand for the workspace, a plain one until it is said. */
public final class Brands {

    private static final String BRAND = "brand";

    private final Settings settings;

    Brands(Settings settings) {
        this.settings = settings;
    }

    public Brand brand() {
        return settings.get(BRAND).map(BrandJson::read).orElse(Brand.PLAIN);
    }

    public void keep(Brand brand) {
        settings.put(BRAND, BrandJson.write(brand));
    }
}
