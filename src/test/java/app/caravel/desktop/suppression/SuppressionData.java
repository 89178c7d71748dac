package app.caravel.desktop.suppression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.MailDomain;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.workspace.Workspace;

/** A list as an office has it after a year. */
final class SuppressionData {

    private static final String PEOPLE = """
            Company,Contact Person,E-mail
            Nordlicht Elektrogroßhandel,Katrin Weber,k.weber@nordlicht.example
            Distribuciones Torres,Lucía Torres,lucia@torres.example
            Belysning Nord AB,Anders Lindqvist,anders@belysningnord.example
            Hikari Denzai K.K.,佐藤 健,sato@hikari.example
            Brightway Lighting,Chen Li,chen@brightway.example
            Brightway Lighting,Emma Zhou,emma@eu.brightway.example
            Lumitech,Wang Fang,wang.fang@lumitech.example
            Lumitech,Zhao Min,zhao.min@lumitech.example
            """;

    private SuppressionData() {}

    static void fill(Workspace workspace, Path folder) throws IOException {
        workspace.importer().run(Files.writeString(folder.resolve("people.csv"), PEOPLE), ImportOptions.NOTICED, "Buyers", Progress.NONE);
        workspace.accounts().save(new Account(0, "anna", "Anna", "anna@lumitech.example", "smtp.lumitech.example", 465, Security.TLS, null, null, 993, 0, 0, null, null));
        var now = workspace.clock().instant();
        var list = workspace.suppressions();
        list.add(new EmailAddress("lucia@torres.example"), SuppressionReason.MANUAL, "asked on the phone", now.minus(Duration.ofDays(260)));
        list.remove("lucia@torres.example", "asked for the autumn price list", now.minus(Duration.ofDays(200)));
        list.add(new EmailAddress("lucia@torres.example"), SuppressionReason.UNSUBSCRIBED, "Autumn offer", now.minus(Duration.ofDays(21)));
        list.add(new EmailAddress("anders@belysningnord.example"), SuppressionReason.HARD_BOUNCE, "Autumn offer", now.minus(Duration.ofDays(20)));
        list.add(new EmailAddress("sato@hikari.example"), SuppressionReason.COMPLAINT, null, now.minus(Duration.ofHours(30)));
        list.add(MailDomain.parse("brightway.example").orElseThrow(), true, SuppressionReason.COMPETITOR, "met at Light + Building", now.minus(Duration.ofDays(90)));
        var file = Files.writeString(folder.resolve("old_unsubscribes.csv"), "Email\nold1@gone.example\nold2@gone.example\n@formerpartner.example\n");
        workspace.suppressionFiles().take(file, SuppressionReason.IMPORTED);
    }
}
