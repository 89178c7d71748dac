package app.caravel.desktop.duplicates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.workspace.Workspace;

/** People of two fairs who met us twice. */
final class DuplicatesData {

    private DuplicatesData() {}

    static void fill(Workspace workspace) {
        imported(workspace, "Light + Building", """
                E-mail,Name,Company,Position,Country,City,Phone,Grade
                k.weber@nordlicht.example,Katrin Weber,Nordlicht GmbH,Purchasing,Germany,Hamburg,,A
                j.smith@gmail.com,John Smith,Northgate Electrical,Owner,United Kingdom,Leeds,+44 20 7946 0018,B
                ann.lee@gmail.com,Ann Lee,,,Hong Kong,,,C
                li@mingliang.example,李明,广州明亮照明有限公司,经理,China,广州,,A
                """);
        imported(workspace, "Canton Fair 2026", """
                E-mail,Name,Company,Position,Country,City,Phone,Grade
                katrin.weber@nordlicht.example,"Weber, Katrin",Nordlicht GmbH & Co. KG,Head of purchasing,Germany,Norderstedt,+49 40 5550 1870,B
                js@northgate.example,Dr. John Smith,Northgate Electrical Ltd.,Owner,United Kingdom,Leeds,+44 20 7946 0018,B
                john@home.example,John SMITH,,,United Kingdom,,+44 20 7946 0018,
                annlee+fair@googlemail.com,,,,,,,
                """);
        workspace.suppressions().add(new EmailAddress("js@northgate.example"), SuppressionReason.UNSUBSCRIBED, "Autumn offer", workspace.clock().instant());
    }

    private static void imported(Workspace workspace, String list, String rows) {
        try {
            var file = Files.writeString(workspace.home().folder().resolve("people.csv"), rows);
            workspace.importer().run(file, ImportOptions.NOTICED, list, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
