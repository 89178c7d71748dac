package app.caravel.desktop.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

import app.caravel.desktop.accounts.AccountsScreen;
import app.caravel.desktop.accounts.AddAccountScreen;
import app.caravel.desktop.activity.ActivityScreen;
import app.caravel.desktop.campaigns.CampaignScreen;
import app.caravel.desktop.campaigns.CampaignStepsScreen;
import app.caravel.desktop.campaigns.CampaignsScreen;
import app.caravel.desktop.campaigns.NeedsYouScreen;
import app.caravel.desktop.campaigns.NewCampaignScreen;
import app.caravel.desktop.compose.ComposeScreen;
import app.caravel.desktop.contacts.ContactsScreen;
import app.caravel.desktop.contacts.HistoryScreen;
import app.caravel.desktop.contacts.ImportScreen;
import app.caravel.desktop.contacts.PasteScreen;
import app.caravel.desktop.contacts.SegmentScreen;
import app.caravel.desktop.duplicates.DuplicatesScreen;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.messagelog.MessageLogScreen;
import app.caravel.desktop.person.CompaniesScreen;
import app.caravel.desktop.person.CompanyScreen;
import app.caravel.desktop.person.PersonScreen;
import app.caravel.desktop.products.ProductsScreen;
import app.caravel.desktop.sandbox.SandboxInboxScreen;
import app.caravel.desktop.settings.SettingsScreen;
import app.caravel.desktop.suppression.SuppressionScreen;
import app.caravel.desktop.today.TodayScreen;
import app.caravel.workspace.Workspace;

/** All screens, one line each: its id and how it is made. A screen is made when it is first gone to. */
public final class Screens {

    private static final Map<String, BiFunction<Workspace, Ui, Screen>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("today", TodayScreen::new);
        ALL.put("contacts", ContactsScreen::new);
        ALL.put("person", PersonScreen::new);
        ALL.put("company", CompanyScreen::new);
        ALL.put("companies", CompaniesScreen::new);
        ALL.put("import", ImportScreen::new);
        ALL.put("import-history", HistoryScreen::new);
        ALL.put("paste", PasteScreen::new);
        ALL.put("segment", SegmentScreen::new);
        ALL.put("suppression", SuppressionScreen::new);
        ALL.put("duplicates", DuplicatesScreen::new);
        ALL.put("sandbox-inbox", SandboxInboxScreen::new);
        ALL.put("accounts", AccountsScreen::new);
        ALL.put("add-account", AddAccountScreen::new);
        ALL.put("compose", ComposeScreen::new);
        ALL.put("products", ProductsScreen::new);
        ALL.put("campaigns", CampaignsScreen::new);
        ALL.put("campaign", CampaignScreen::new);
        ALL.put("campaign-steps", CampaignStepsScreen::new);
        ALL.put("new-campaign", NewCampaignScreen::new);
        ALL.put("needs-you", NeedsYouScreen::new);
        ALL.put("activity", ActivityScreen::new);
        ALL.put("message-log", MessageLogScreen::new);
        ALL.put("settings", SettingsScreen::new);
    }

    private Screens() {}

    static boolean has(String id) {
        return ALL.containsKey(id);
    }

    /** The ids of all screens. */
    public static Iterable<String> ids() {
        return ALL.keySet();
    }

    static Screen make(String id, Workspace workspace, Ui ui) {
        var maker = ALL.get(id);
        if (maker == null) {
            throw new IllegalArgumentException("no screen " + id);
        }
        return maker.apply(workspace, ui);
    }
}
