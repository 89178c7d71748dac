package app.caravel.sandbox;

import java.util.List;

/**
 * Made-up buyers of one country: names that fit it, companies, cities, and a telephone range that its regulator keeps for
 * fiction (empty where there is none).
 *
 * @param phone a pattern, # stands for a digit
 */
record SampleCountry(String name, String code, String language, String phone, List<String> cities, List<String> firstNames,
        List<String> lastNames, List<String> companies, List<String> forms) {

    static final List<SampleCountry> ALL = List.of(
            new SampleCountry("Germany", "DE", "de", "+49 30 23125 ###", List.of("Hamburg", "Köln", "München", "Leipzig"),
                    List.of("Katrin", "Jürgen", "Sabine", "Thomas", "Anke", "Björn"), List.of("Weber", "Schäfer", "Groß", "Hoffmann", "Krüger", "Vogt"),
                    List.of("Nordlicht", "Elektro Brandt", "Lichthaus Süd", "Hansa Leuchten"), List.of("GmbH", "KG", "GmbH & Co. KG")),
            new SampleCountry("United States", "US", "en", "+1 202 555 01##", List.of("Chicago", "Houston", "Portland", "Tampa"),
                    List.of("Megan", "Carlos", "Emily", "Jason", "Denise", "Kyle"), List.of("Walker", "Bennett", "O’Neill", "Ramirez", "Foster", "Hughes"),
                    List.of("Lakeshore Lighting", "Summit Electric", "Bluebonnet Supply", "Harbor Fixtures"), List.of("Inc.", "LLC", "Corp.")),
            new SampleCountry("United Kingdom", "GB", "en", "+44 20 7946 0###", List.of("Leeds", "Bristol", "Glasgow", "Cardiff"),
                    List.of("Oliver", "Fiona", "Graham", "Priya", "Callum", "Beth"), List.of("Grant", "Whitfield", "MacLeod", "Turner", "Shah", "Pryce"),
                    List.of("Northgate Electrical", "Albion Lamps", "Severn Wholesale", "Pennine Lighting"), List.of("Ltd", "PLC", "LLP")),
            new SampleCountry("France", "FR", "fr", "+33 1 99 00 ## ##", List.of("Lyon", "Nantes", "Lille", "Toulouse"),
                    List.of("Hélène", "Mathieu", "Aurélie", "Benoît", "Chloé", "Rémi"), List.of("Lefèvre", "Garnier", "Moreau", "Dubois", "Perrin", "Noël"),
                    List.of("Lumière du Rhône", "Éclairage Atlantique", "Comptoir Électrique", "Maison Perrin"), List.of("SARL", "SAS", "SA")),
            new SampleCountry("Japan", "JP", "ja", "", List.of("大阪", "名古屋", "福岡", "札幌"),
                    List.of("健", "由美", "浩二", "恵子", "大輔", "直樹"), List.of("佐藤", "山本", "高橋", "渡辺", "小林", "中村"),
                    List.of("光電材", "さくら照明", "東海電機", "北斗商会"), List.of("株式会社", "有限会社", "合同会社")),
            new SampleCountry("Brazil", "BR", "pt", "", List.of("São Paulo", "Curitiba", "Recife", "Santos"),
                    List.of("Camila", "João", "Fernanda", "Thiago", "Luísa", "Marcelo"), List.of("Ferreira", "Gonçalves", "Araújo", "Souza", "Teixeira", "Lima"),
                    List.of("Iluminar", "Luz do Sul", "Elétrica Paulista", "Bandeirante Lâmpadas"), List.of("Ltda.", "S.A.", "ME")),
            new SampleCountry("United Arab Emirates", "AE", "en", "", List.of("Dubai", "Sharjah", "Abu Dhabi", "Ajman"),
                    List.of("Rashid", "Fatima", "Omar", "Layla", "Khalid", "Noor"), List.of("Al Mansoori", "Haddad", "Al Suwaidi", "Rahman", "Khoury", "Saleh"),
                    List.of("Gulf Bright Trading", "Desert Star Lighting", "Al Noor Electrical", "Creek General Trading"), List.of("LLC", "FZE", "FZCO")),
            new SampleCountry("Poland", "PL", "pl", "", List.of("Poznań", "Łódź", "Gdańsk", "Kraków"),
                    List.of("Piotr", "Małgorzata", "Łukasz", "Agnieszka", "Paweł", "Zofia"), List.of("Zieliński", "Wójcik", "Kamińska", "Nowak", "Dąbrowski", "Lewandowska"),
                    List.of("Elektro-Hurt", "Światło", "Bałtyk Lampy", "Wielkopolska Energia"), List.of("Sp. z o.o.", "S.A.", "Sp. j.")),
            new SampleCountry("Mexico", "MX", "es", "", List.of("Monterrey", "Puebla", "Guadalajara", "Mérida"),
                    List.of("Lucía", "Andrés", "Sofía", "Raúl", "Ximena", "Héctor"), List.of("Torres", "Núñez", "Castañeda", "Ramírez", "Ibáñez", "Peña"),
                    List.of("Distribuciones Torres", "Iluminación del Norte", "Focos y Más", "Grupo Eléctrico Maya"), List.of("S.A. de C.V.", "S. de R.L.", "SAPI")),
            new SampleCountry("India", "IN", "en", "", List.of("Pune", "Chennai", "Jaipur", "Kochi"),
                    List.of("Anjali", "Rohan", "Kavita", "Suresh", "Meera", "Vikram"), List.of("Iyer", "Deshpande", "Nair", "Agarwal", "Reddy", "Kulkarni"),
                    List.of("Deccan Lights", "Malabar Electricals", "Pink City Lamps", "Sahyadri Traders"), List.of("Pvt. Ltd.", "LLP", "& Sons")),
            new SampleCountry("Sweden", "SE", "sv", "+46 8 465 004 ##", List.of("Göteborg", "Malmö", "Uppsala", "Luleå"),
                    List.of("Anders", "Åsa", "Björn", "Linnéa", "Göran", "Ebba"), List.of("Lindqvist", "Sjöberg", "Åkesson", "Nyström", "Hedlund", "Bergström"),
                    List.of("Belysning Nord", "Ljuskällan", "Skandinavisk El", "Polstjärnan"), List.of("AB", "HB", "Handels AB")),
            new SampleCountry("Australia", "AU", "en", "+61 2 5550 ####", List.of("Brisbane", "Perth", "Adelaide", "Hobart"),
                    List.of("Lachlan", "Georgia", "Mitchell", "Tahlia", "Declan", "Zoe"), List.of("Fraser", "Nguyen", "Campbell", "Rossi", "Doyle", "Papadopoulos"),
                    List.of("Southern Cross Lighting", "Outback Electrical", "Coral Coast Supply", "Wattle Fixtures"), List.of("Pty Ltd", "Ltd", "Pty")));
}
