package app.caravel.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A list of made-up buyers as a sales office would have it: twelve countries, addresses under {@code .example} (RFC 2606),
 * some dirt. The same number gives the same list, every time.
 */
public final class SampleBuyers {

    private static final List<String> HEADER = List.of("Company", "Contact Person", "E-mail", "Country", "City", "Phone", "Language", "Product interest", "Grade");
    private static final List<String> INTERESTS = List.of("LED panel 60x60", "IP65 tri-proof", "High bay", "Track light", "");
    private static final int PEOPLE_A_COMPANY = 3;

    private static final Map<String, String> ROMAJI = Map.ofEntries(
            Map.entry("健", "ken"), Map.entry("由美", "yumi"), Map.entry("浩二", "koji"), Map.entry("恵子", "keiko"), Map.entry("大輔", "daisuke"),
            Map.entry("直樹", "naoki"), Map.entry("佐藤", "sato"), Map.entry("山本", "yamamoto"), Map.entry("高橋", "takahashi"),
            Map.entry("渡辺", "watanabe"), Map.entry("小林", "kobayashi"), Map.entry("中村", "nakamura"), Map.entry("光電材", "hikari-denzai"),
            Map.entry("さくら照明", "sakura-lighting"), Map.entry("東海電機", "tokai-denki"), Map.entry("北斗商会", "hokuto-shokai"));

    private SampleBuyers() {}

    /** Writes a CSV with so many people who can be written to, and the dirt of a real list beside them. */
    public static Path write(Path file, int people) {
        var random = new Random(20261124);
        var rows = new ArrayList<List<String>>();
        var taken = new LinkedHashSet<String>();
        for (int i = 0; taken.size() < people; i++) {
            var row = person(i, random);
            if (taken.add(row.get(2).toLowerCase(Locale.ROOT))) {
                rows.add(dirty(row, i));
            }
        }
        addRowsToRejectAndMerge(rows);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, HEADER_LINE + rows.stream().map(SampleBuyers::line).collect(Collectors.joining()), StandardCharsets.UTF_8);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String HEADER_LINE = line(HEADER);

    private static List<String> person(int i, Random random) {
        var country = SampleCountry.ALL.get(i / PEOPLE_A_COMPANY % SampleCountry.ALL.size());
        int firm = i / PEOPLE_A_COMPANY / SampleCountry.ALL.size();
        var brand = country.companies().get(firm % country.companies().size());
        var form = country.forms().get(firm / country.companies().size() % country.forms().size());
        int branch = firm / country.companies().size() / country.forms().size();
        var company = country.code().equals("JP") ? form + brand : brand + " " + form;
        var first = pick(country.firstNames(), random);
        var last = pick(country.lastNames(), random);
        var name = country.code().equals("JP") ? last + " " + first : first + " " + last;
        var domain = ascii(brand) + "-" + ascii(form) + (branch == 0 ? "" : "-" + branch) + ".example";
        var local = country.code().equals("JP") ? ascii(last) + "." + ascii(first) : ascii(first) + "." + ascii(last);
        return new ArrayList<>(List.of(branch == 0 ? company : company + " " + (branch + 1), name, local + "@" + domain, country.name(),
                pick(country.cities(), random), digits(country.phone(), random), country.language(), pick(INTERESTS, random), pick(List.of("A", "B", "C"), random)));
    }

    /** What people type: capitals, spaces, a second address, a name left out. */
    private static List<String> dirty(List<String> row, int i) {
        switch (i % 29) {
            case 3 -> row.set(2, row.get(2).toUpperCase(Locale.ROOT));
            case 7 -> row.set(2, " " + row.get(2) + " ");
            case 11 -> row.set(2, row.get(2) + "; office@" + row.get(2).substring(row.get(2).indexOf('@') + 1));
            case 17 -> row.set(1, "");
            case 23 -> row.set(5, row.get(5).isEmpty() ? "N/A" : row.get(5));
            default -> { }
        }
        return row;
    }

    private static void addRowsToRejectAndMerge(List<List<String>> rows) {
        if (rows.size() < 20) {
            return;
        }
        var twice = new ArrayList<>(rows.get(5));
        twice.set(1, twice.get(1) + " ");
        rows.add(12, twice);
        rows.add(17, List.of("Cedar Lighting SAL", "Tarek Haddad", "t.haddad@@cedar.example", "Lebanon", "Beirut", "", "en", "", "B"));
        rows.add(19, List.of("Fair contact, card lost", "", "k.a.", "", "", "", "", "", ""));
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String digits(String pattern, Random random) {
        return pattern.chars().mapToObj(c -> c == '#' ? String.valueOf(random.nextInt(10)) : String.valueOf((char) c)).collect(Collectors.joining());
    }

    private static String ascii(String text) {
        var known = ROMAJI.getOrDefault(text, text).replace("ß", "ss").replace("ł", "l").replace("Ł", "L").replace("ø", "o");
        var plain = Normalizer.normalize(known, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "kk" + Math.floorMod(text.hashCode(), 90) : plain;
    }

    private static String line(List<String> values) {
        return values.stream().map(value -> value.matches("(?s).*[,\"\\n;].*") ? '"' + value.replace("\"", "\"\"") + '"' : value)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
