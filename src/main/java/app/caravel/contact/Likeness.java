package app.caravel.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Duplicate.Why;

/** What two contacts, or two companies, must share to be taken for one. Pure. */
final class Likeness {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** What a company is called beside its name, in the countries that buy and sell. */
    private static final Set<String> FORMS = Set.of("co", "company", "corp", "corporation", "inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "plc", "pte", "pty", "pvt",
            "private", "gmbh", "ag", "kg", "ohg", "ug", "mbh", "ek", "se", "sa", "sas", "sarl", "sl", "slu", "srl", "spa", "sro", "as", "ab", "oy", "oyj", "bv", "nv", "kft", "zrt", "doo", "dd",
            "ood", "eood", "ooo", "oao", "zao", "ao", "tov", "jsc", "fze", "fzc", "fzco", "fzllc", "wll", "sdn", "bhd", "tbk", "pt", "cv", "kk", "ltda", "eireli", "me", "sti", "sirketi", "group",
            "holding", "holdings", "intl", "international", "the", "and", "und", "et", "y", "e");

    private static final Pattern CHINESE_FORM = Pattern.compile("(股份)?有限(责任)?公司|股份公司|集团|株式会社|有限会社|合同会社|(주)|주식회사");

    private Likeness() {}

    /** A key, and why two that share it are alike. */
    record Key(Why why, String text) {}

    static List<Key> of(Row row) {
        var keys = new ArrayList<Key>();
        keys.add(new Key(Why.SAME_MAILBOX, EmailAddress.mailbox(row.address())));
        row.others().forEach(other -> keys.add(new Key(Why.SAME_MAILBOX, EmailAddress.mailbox(other))));
        var name = row.name() == null ? "" : name(row.name());
        if (name.isEmpty()) {
            return keys;
        }
        if (row.company() != null) {
            keys.add(new Key(Why.SAME_NAME_AND_COMPANY, name + "\ncompany " + row.company()));
        }
        var domain = row.address().substring(row.address().lastIndexOf('@') + 1);
        if (!FreeMail.isDomain(domain)) {
            keys.add(new Key(Why.SAME_NAME_AND_COMPANY, name + "\ndomain " + domain));
        }
        if (row.phone() != null) {
            keys.add(new Key(Why.SAME_NAME_AND_PHONE, name + "\nphone " + row.phone()));
        }
        return keys;
    }

    /** @param others canonical, as {@code address} */
    record Row(long id, String address, List<String> others, @Nullable String name, @Nullable Long company, @Nullable String phone) {}

    /** The same for "Weber, Katrin", "Katrin WEBER" and "Dr. Katrin Weber"; empty where it says nothing. */
    static String name(String written) {
        var words = words(written);
        words.removeAll(Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "ing", "dipl", "mba", "phd", "herr", "frau", "先生", "女士", "小姐"));
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    /** The same for "Nordlicht GmbH", "NORDLICHT" and "Nordlicht GmbH & Co. KG"; the name itself where nothing else is in it. */
    static String company(String written) {
        var words = words(CHINESE_FORM.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll(" ").replace(".", ""));
        var bare = words.stream().filter(word -> !FORMS.contains(word)).collect(Collectors.joining(" "));
        return bare.isEmpty() ? String.join(" ", words) : bare;
    }

    private static List<String> words(String written) {
        var folded = Normalizer.normalize(Normalizer.normalize(written, Normalizer.Form.NFKC), Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "").toLowerCase(Locale.ROOT);
        return new ArrayList<>(Arrays.stream(NO_LETTER.split(folded)).filter(word -> !word.isEmpty()).toList());
    }
}
