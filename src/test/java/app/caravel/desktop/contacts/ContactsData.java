package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.workspace.Workspace;

/** Lists as a sales office has them. */
final class ContactsData {

    static final String HEAD = "Company,Contact Person,E-mail,Position,Country,City,Phone,Language,Grade\n";

    private static final String PEOPLE = """
            Nordlicht Elektrogroßhandel,Katrin Weber,k.weber@nordlicht.example,Purchasing,Germany,Hamburg,+49 40 5550 1870,German,A
            Gulf Bright Trading,Rashid Al Mansoori,rashid@gulfbright.example,General Manager,United Arab Emirates,Dubai,+971 4 555 0101,English,A
            Hikari Denzai K.K.,佐藤 健,sato@hikari.example,購買部,Japan,大阪,+81 6 5550 0187,Japanese,B
            Lysgrossisten A/S,Henrik Sørensen,hs@lysgrossisten.example,Owner,Denmark,Aarhus,,Danish,B
            Elektro-Hurt Sp. z o.o.,Piotr Zieliński,p.zielinski@elektrohurt.example,,Poland,Łódź,,Polish,C
            Iluminar Distribuidora,Camila Ferreira,camila@iluminar.example,Compras,Brazil,São Paulo,,Portuguese,A
            Elektro Brandt KG,Julia Hoffmann,hoffmann@brandt.example,,Germany,Köln,,German,B
            Karachi Lights (Pvt),Aisha Khan,aisha@karachilights.example,,Pakistan,Karachi,,English,C
            Van Dijk Verlichting BV,Joost de Vries,joost@vandijk.example,Inkoop,Netherlands,Utrecht,,Dutch,B
            Atlas Éclairage SARL,Fatima Zahra Idrissi,fz.idrissi@atlas.example,,Morocco,Casablanca,,French,B
            Sakura Lighting Co.,山本 由美,yumi@sakura.example,,Japan,東京,,Japanese,C
            Belysning Nord AB,Anders Lindqvist,anders@belysningnord.example,,Sweden,Malmö,,Swedish,B
            Světlo Praha s.r.o.,Tomáš Novák,novak@svetlo.example,,Czechia,Praha,,Czech,C
            Distribuciones Torres,Lucía Torres,lucia@torres.example,,Mexico,Monterrey,,Spanish,B
            Astana Electro TOO,Gulnara Akhmetova,g.akhmetova@astana.example,,Kazakhstan,Astana,,Russian,C
            Ánh Sáng Việt JSC,Nguyễn Thị Lan,lan@anhsang.example,,Vietnam,Hà Nội,,Vietnamese,B
            Northgate Electrical,Oliver Grant,oliver@northgate.example,,United Kingdom,Leeds,,English,B
            """;

    private ContactsData() {}

    /** Seventeen people by name and so many more, in two lists; two must not be written to. */
    static void fill(Workspace workspace, Path folder, int more) throws IOException {
        imported(workspace, folder, PEOPLE, "Light + Building");
        var rows = new StringBuilder();
        var countries = List.of("France", "Italy", "Spain", "Turkey", "India", "Chile", "Norway", "South Africa");
        for (int i = 0; i < more; i++) {
            rows.append("Company ").append(i / 3).append(",Buyer ").append(1_000 + i).append(",buyer").append(i).append("@c").append(i / 3).append(".example,,")
                    .append(countries.get(i % countries.size())).append(",,,").append(i % 3 == 0 ? "English" : "").append(",").append("ABC".charAt(i % 3)).append('\n');
        }
        imported(workspace, folder, rows.toString(), "Canton Fair 2026");
        suppress(workspace, "lucia@torres.example", SuppressionReason.UNSUBSCRIBED);
        suppress(workspace, "anders@belysningnord.example", SuppressionReason.HARD_BOUNCE);
    }

    static void imported(Workspace workspace, Path folder, String rows, String list) throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), HEAD + rows);
        workspace.importer().run(file, ImportOptions.NOTICED, list, Progress.NONE);
    }

    private static void suppress(Workspace workspace, String address, SuppressionReason reason) {
        workspace.suppressions().add(new EmailAddress(address), reason, null, workspace.clock().instant());
    }
}
