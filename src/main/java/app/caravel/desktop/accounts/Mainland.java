package app.caravel.desktop.accounts;

import java.util.List;
import java.util.Locale;

import app.caravel.desktop.kit.Ui;

/** Whether the person likely sits in mainland China, where Google is not reachable without a proxy. */
final class Mainland {

    private static final List<String> ZONES = List.of("Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Harbin", "Asia/Kashgar", "PRC");

    private Mainland() {}

    /** By the clock of this computer or the country of its settings. */
    static boolean isLikely(Ui ui) {
        return ZONES.contains(ui.zone().getId()) || Locale.getDefault().getCountry().equals("CN");
    }
}
