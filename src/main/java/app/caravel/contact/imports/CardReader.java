package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.FreeMail;
import app.caravel.contact.Phones;
import app.caravel.contact.Whereabouts;
import app.caravel.contact.imports.CardWords.Label;

/** Reads one card: what has a label first, then what can only be one thing, then lines by their words. */
final class CardReader {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_LINE = 80;

    private static final Pattern ADDRESS = Pattern.compile("<?\\s*(?:mailto:)?([\\p{L}\\p{N}._%+'-]+\\s?@\\s?[\\p{L}\\p{N}.-]+\\.[\\p{L}]{2,})\\s*>?");
    private static final Pattern SITE = Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s,;|<>()\\[\\]\"，；（）]+");
    private static final Pattern BARE_SITE = Pattern.compile("(?i)^[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}(?:/\\S*)?$");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[|｜•·∙●■◆]\\s*|\\t+|\\s{3,}|\\s+/\\s+|\\s+[–—]\\s+");
    private static final Pattern LEGAL_FORM = Pattern.compile("(?i)(?:^|[\\s,.])(?:ltd|limited|gmbh|mbh|inc|incorporated|llc|llp|corp|corporation|kg|kgaa|ohg|ag|ug|e\\.\\s?k|s\\.?\\s?a|s\\.?a\\.?s|sarl|s\\.?\\s?r\\.?\\s?l|s\\.?p\\.?a|s\\.?l(?:\\.u)?|"
            + "s\\.?\\s?a\\.? de c\\.?v|ltda|eireli|lda|b\\.?v|n\\.?v|a/s|aps|oy|ab|asa|sp\\. z o\\.\\s?o|s\\.r\\.o|a\\.s|pty|plc|pvt|fze|fzco|fz-llc|sdn|bhd|kft|zrt|d\\.?o\\.?o|ooo|a\\.ş|ltd\\. şti|şti|co)\\.?(?=$|[\\s,)(])"
            + "|公司|集团|集團|工厂|工廠|商行|商社|株式会社|有限会社|㈱|\\(株\\)|（株）|주식회사|\\(주\\)|(?:^|\\s)(?:ООО|ЗАО|ОАО|ПАО|ИП)(?=\\s)");
    private static final Pattern US_CITY = Pattern.compile("(?:^|,|\\s{2})\\s*([\\p{Lu}][\\p{L}.' -]+?),\\s*([A-Z]{2})\\.?,?\\s+\\d{5}(?:-\\d{4})?(?:\\b|$)");
    private static final Pattern CODE_AND_CITY = Pattern.compile("(?:^|[,\\s])(?:[A-Z]{1,2}[-–]\\s?)?(?:\\d{4}\\s?[A-Z]{2}|\\d{4,6}|\\d{3}\\s\\d{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3})\\s+([\\p{Lu}][\\p{L}.'’-]*(?:\\s+(?:am|an|der|de|la|del|im|in|ob|sur|[\\p{Lu}(][\\p{L}.'’)-]*))*)\\s*(?=,|$)");
    private static final Pattern GB_CODE = Pattern.compile("(?:([\\p{Lu}][\\p{L} '-]+?),?\\s+)?\\b([A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2})\\b");
    private static final Pattern HAN_CITY = Pattern.compile("(?:^|省|区|國|国|[\\s,，])([\\p{IsHan}]{2,3})市");
    private static final Pattern HAN_PLACE = Pattern.compile("[省市区县镇路街号楼室弄巷村栋座]");
    private static final Pattern STREET = Pattern.compile("(?i)\\d.*(?:str\\.|straße|strasse|street|\\bst\\.|road|\\brd\\.?|avenue|\\bave\\.?|lane|blvd|boulevard|building|floor|\\brue\\b|calle|via |allee|weg|platz|plaza|district|industrial|zone|p\\.?o\\.? ?box)"
            + "|(?:str\\.|straße|strasse|street|road|avenue|\\brue\\b|calle|\\bvia\\b|\\bavda?\\b|allee|weg|platz|chaussee|room|no\\.|unit|floor|building|p\\.?o\\.? ?box).*\\d");
    private static final Set<String> STATES = Set.of("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split(" "));

    private final String text;
    private final List<EmailAddress> addresses = new ArrayList<>();
    private final List<String> mobiles = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();
    private final List<String> postal = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String first;
    private @Nullable String last;
    private @Nullable String role;
    private @Nullable String company;
    private @Nullable String site;
    private @Nullable String country;
    private @Nullable String city;

    CardReader(String text) {
        this.text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    CardText card() {
        if (VCardSource.isOne(text)) {
            vCard();
        } else {
            labelled();
            unlabelled();
        }
        var whole = name == null && (first != null || last != null) ? first == null ? last : last == null ? first : Names.composed(first, last, country) : name;
        var domain = addresses.isEmpty() ? "" : addresses.getFirst().domain();
        var ofDomain = Whereabouts.of(null, null, null, null, null, domain).country();
        var numbers = numbers(country == null ? ofDomain == null ? null : ofDomain.value() : country);
        var guess = country != null ? null : Whereabouts.of(null, null, null, null, numbers.isEmpty() ? null : numbers.getFirst(), domain).country();
        var its = site != null ? site : domain.isEmpty() || FreeMail.isDomain(domain) ? null : domain;
        return new CardText(text, whole, role, company, addresses, numbers, its, country, guess == null ? null : guess.value(), city,
                postal.isEmpty() ? null : String.join(", ", postal), rest);
    }

    private void vCard() {
        var cells = VCardCells.of(text);
        if (cells.isEmpty()) {
            text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(rest::add);
            return;
        }
        name = cell(cells, "Full name");
        first = cell(cells, "First name");
        last = cell(cells, "Last name");
        role = cell(cells, "Job title");
        company = cell(cells, "Company");
        addresses.addAll(AddressCells.read(cells.get(VCardCells.NAMES.indexOf("E-mail")).replace('\n', ';')).addresses());
        phones.add(cells.get(VCardCells.NAMES.indexOf("Phone")));
        cells.get(VCardCells.NAMES.indexOf("Other phones")).lines().forEach(phones::add);
        site = cell(cells, "Website");
        city = cell(cells, "City");
        var land = cell(cells, "Country");
        country = land == null ? null : Countries.codeOf(land).orElse(null);
        var address = cell(cells, "Postal address");
        if (address != null) {
            postal.add(address);
        }
        for (var further : List.of("Department", "Note", "Nickname", "Birthday", "Other fields")) {
            cells.get(VCardCells.NAMES.indexOf(further)).lines().filter(line -> !line.isBlank()).forEach(rest::add);
        }
    }

    private static @Nullable String cell(List<String> cells, String of) {
        var value = cells.get(VCardCells.NAMES.indexOf(of)).strip();
        return value.isEmpty() ? null : value.lines().findFirst().orElse(null);
    }

    private void labelled() {
        Label waiting = null;
        for (var line : text.lines().map(Cells::oneLine).toList()) {
            if (line.isBlank()) {
                continue;
            }
            if (waiting != null && !CardWords.LABEL.matcher(line).lookingAt()) {
                take(waiting, "", line);
                waiting = null;
                continue;
            }
            waiting = pieces(line);
        }
    }

    /** Takes a line's labels with what follows each; returns the label that nothing followed. */
    private @Nullable Label pieces(String line) {
        var spaced = CardWords.SPACED.matcher(line);
        if (spaced.find()) {
            take(CardWords.meaning(spaced.group("label")), spaced.group("label"), line.substring(spaced.end()));
            return null;
        }
        var found = CardWords.LABEL.matcher(line);
        int from = 0;
        Label label = null;
        String written = "";
        while (found.find()) {
            between(label, written, line.substring(from, found.start()));
            written = found.group("label") != null ? found.group("label") : found.group("short");
            label = found.group("label") != null ? CardWords.meaning(written) : CardWords.shortMeaning(written);
            from = found.end();
        }
        var tail = line.substring(from);
        if (label != null && Cells.isBlank(tail)) {
            return label == Label.OTHER ? null : label;
        }
        between(label, written, tail);
        return null;
    }

    private void between(@Nullable Label label, String written, String value) {
        var stripped = stripped(value);
        if (label != null) {
            take(label, written, stripped);
        } else if (!stripped.isEmpty()) {
            open.add(stripped);
        }
    }

    private void take(Label label, String written, String value) {
        var said = stripped(value);
        if (Cells.saysNothing(said)) {
            return;
        }
        switch (label) {
            case NAME -> name = orRest(name, withoutAddress(said));
            case FIRST_NAME -> first = orRest(first, said);
            case LAST_NAME -> last = orRest(last, said);
            case ROLE -> role = orRest(role, said);
            case COMPANY -> company = orRest(company, said);
            case ADDRESS -> {
                var left = withoutAddress(said);
                if (!left.isEmpty()) {
                    open.add(left);
                }
            }
            case MOBILE -> number(mobiles, written, said);
            case PHONE -> number(phones, written, said);
            case FAX -> rest.add(written + ": " + said);
            case SITE -> site = orRest(site, said);
            case POSTAL -> {
                // an English label "Address" may stand before either
                var left = withoutAddress(said);
                if (!left.isEmpty()) {
                    place(left);
                }
            }
            case CITY -> city = orRest(city, said);
            case COUNTRY -> {
                var code = Countries.codeOf(said);
                if (code.isPresent() && country == null) {
                    country = code.get();
                } else {
                    rest.add(written.isEmpty() ? said : written + ": " + said);
                }
            }
            case OTHER -> rest.add(written + ": " + said);
        }
    }

    private @Nullable String orRest(@Nullable String known, String said) {
        if (known != null && !known.equals(said)) {
            rest.add(said);
        }
        return known == null ? said.isEmpty() ? null : said : known;
    }

    /** A messenger's label may stand before a name instead of a number. */
    private void number(List<String> into, String written, String said) {
        if (said.chars().filter(Character::isDigit).count() >= 5) {
            into.add(said);
        } else {
            rest.add(written + ": " + said);
        }
    }

    /** Takes the addresses out of a text. */
    private String withoutAddress(String said) {
        var found = ADDRESS.matcher(said);
        var left = new StringBuilder();
        while (found.find()) {
            EmailAddress.parse(found.group(1).replace(" ", "")).filter(one -> addresses.stream().noneMatch(known -> known.canonical().equals(one.canonical()))).ifPresent(addresses::add);
            found.appendReplacement(left, " ");
        }
        found.appendTail(left);
        return stripped(left.toString());
    }

    private void unlabelled() {
        var lines = new ArrayList<String>();
        for (var line : open) {
            for (var part : BETWEEN.split(line)) {
                var left = numbersOf(withoutSite(withoutAddress(part)));
                if (!left.isEmpty() && !CardWords.isClosing(left)) {
                    lines.add(left);
                }
            }
        }
        var parts = lines.stream().flatMap(line -> CardLines.parts(line, LEGAL_FORM).stream()).collect(Collectors.toCollection(ArrayList::new));
        parts.removeIf(this::isRole);
        parts.removeIf(this::isCompany);
        parts.removeIf(this::isPlace);
        parts.removeIf(this::isName);
        parts.removeIf(this::isCompanyOfDomain);
        rest.addAll(new LinkedHashSet<>(parts));
    }

    private String withoutSite(String said) {
        var found = SITE.matcher(said);
        if (found.find()) {
            site = orRest(site, found.group().replaceAll("[.,;]+$", ""));
            return stripped(said.substring(0, found.start()) + " " + said.substring(found.end()));
        }
        if (site == null && BARE_SITE.matcher(said).matches() && !addresses.isEmpty() && said.toLowerCase(Locale.ROOT).contains(addresses.getFirst().domain())) {
            site = said;
            return "";
        }
        return said;
    }

    /** Takes plain numbers out of a text without label; a street's number is none. */
    private String numbersOf(String said) {
        var left = said;
        for (var written : Phones.written(said, country)) {
            phones.add(written);
            left = left.replace(written, " ");
        }
        return stripped(left);
    }

    private boolean isRole(String line) {
        if (role == null && line.length() <= LONGEST_LINE && CardWords.saysTitle(line) && line.chars().noneMatch(Character::isDigit) && !LEGAL_FORM.matcher(line).find()) {
            role = line;
            return true;
        }
        return false;
    }

    private boolean isCompany(String line) {
        if (company == null && line.length() <= LONGEST_LINE * 2 && LEGAL_FORM.matcher(line).find()) {
            company = line;
            return true;
        }
        return false;
    }

    /** Its main word is that of the mail's own domain. */
    private boolean isCompanyOfDomain(String line) {
        if (company != null || addresses.isEmpty() || FreeMail.isDomain(addresses.getFirst().domain()) || line.length() > LONGEST_LINE) {
            return false;
        }
        var main = addresses.getFirst().domain().replaceFirst("^(?:mail|smtp|email)\\.", "").split("\\.")[0].replaceAll("[^\\p{L}\\p{N}]", "");
        var letters = line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        if (main.length() >= 4 && (letters.startsWith(main) || main.startsWith(letters) && letters.length() >= 4)) {
            company = line;
            return true;
        }
        return false;
    }

    private boolean isPlace(String line) {
        boolean known = country == null && land(line).isPresent() || US_CITY.matcher(line).find() || GB_CODE.matcher(line).find() || CODE_AND_CITY.matcher(line).find() || STREET.matcher(line).find()
                || HAN_PLACE.matcher(line).results().count() >= 2;
        if (known) {
            place(line);
        }
        return known;
    }

    private void place(String line) {
        postal.add(line);
        for (var part : line.split("[,，、]")) {
            if (country == null) {
                country = land(part.strip()).orElse(null);
            }
        }
        if (country == null && (line.startsWith("中国") || line.startsWith("中華"))) {
            country = "CN";
        }
        if (city != null) {
            return;
        }
        var american = US_CITY.matcher(line);
        var british = GB_CODE.matcher(line);
        var han = HAN_CITY.matcher(line);
        var continental = CODE_AND_CITY.matcher(line);
        if (american.find() && STATES.contains(american.group(2))) {
            city = american.group(1).strip();
            country = country == null ? "US" : country;
        } else if (british.find()) {
            city = british.group(1);
            country = country == null ? "GB" : country;
        } else if (han.find()) {
            city = han.group(1);
        } else if (continental.find()) {
            city = continental.group(1).strip();
        }
    }

    /** A country by its name; a code of two letters says too little. */
    private static Optional<String> land(String words) {
        var bare = words.replaceAll("[.\\d]+$", "").strip();
        return bare.length() > 2 || bare.codePoints().anyMatch(c -> c > 0x2E80) || bare.equals("UK") ? Countries.codeOf(bare) : Optional.empty();
    }

    private boolean isName(String line) {
        if (name == null && CardLines.saysName(line)) {
            name = line;
            return true;
        }
        return false;
    }

    /** Mobile ones first; what is no number by the country's rules stays in the rest. */
    private List<String> numbers(@Nullable String of) {
        var all = new LinkedHashSet<String>();
        for (var list : List.of(mobiles, phones)) {
            for (var written : list) {
                boolean any = false;
                for (var part : written.split("\\s*[;,|、，；]\\s*|\\s+/\\s+|/(?=\\s*[+0])")) {
                    var number = Phones.read(part.replaceAll("(?i)\\(0\\)", "").replaceAll("(?i)\\s*(?:ext|x|转|分机)\\.?\\s*\\d+$", "").strip(), of).e164();
                    if (number != null) {
                        all.add(number);
                        any = true;
                    }
                }
                if (!any && !written.isBlank()) {
                    rest.add(written);
                }
            }
        }
        return List.copyOf(all);
    }

    private static String stripped(String value) {
        return Cells.oneLine(value).replaceAll("^[\\s,;|/·•<>:：，；、*]+|[\\s,;|/·•<>，；、*]+$", "").strip();
    }
}
