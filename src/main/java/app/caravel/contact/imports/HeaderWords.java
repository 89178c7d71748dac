package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.caravel.contact.imports.Headers.Meaning;

/**
 * Column names that say more than the one word that counts: a second language, a remark in brackets, whose it is, a number.
 * "公司名称 Company Name", "Email (required)", "billing_country", "Téléphone (bureau)", "客户邮箱2".
 */
final class HeaderWords {

    /** A plain name of a field stands before one that says more. */
    private static final int SAYS_MORE = 1_000;

    private static final int ANOTHER = 2_000;

    private static final Pattern NUMBER = Pattern.compile("^([^\\p{N}]*)([1-9])([^\\p{N}]*)$");
    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【<]([^()（）\\[\\]【】<>]*)[)）\\]】>]");
    private static final Pattern LANGUAGES = Pattern.compile("[/|\\\\\n\r,;、，；]|(?<=\\p{IsHan})\\s*(?=\\p{IsLatin})|(?<=\\p{IsLatin})[\\s:：-]*(?=\\p{IsHan})");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{Mn}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** Whose it is, or for what. */
    private static final Set<String> WHOSE = Set.of(
            "contact", "buyer", "customer", "client", "company", "business", "work", "primary", "main", "office", "billing", "shipping", "mailing", "person", "lead", "default", "your", "visitor",
            "attendee", "exhibitor", "delegate", "registrant", "member", "account", "decision", "maker", "importer", "consignee", "supplier", "direct", "corporate", "organization", "the", "of", "s", "address", "value",
            "geschäftlich", "dienstlich", "firma", "kunde", "kunden", "kontakt", "ansprechpartner", "professionnel", "professionnelle", "bureau", "société", "entreprise", "du", "de", "la",
            "del", "trabajo", "empresa", "contacto", "cliente", "emprego", "trabalho", "comercial", "contato", "do", "da", "рабочий", "рабочая", "раб", "адрес", "компании", "организации", "основной", "контактный",
            "контактного", "лица", "клиента", "会社", "勤務先", "連絡先", "required", "optional", "必填", "选填", "必須", "pflichtfeld", "obligatoire", "obligatorio");

    /** A person's own, beside the one of the office. */
    private static final Set<String> PRIVATE = Set.of(
            "home", "personal", "private", "other", "alternative", "alternate", "secondary", "second", "privat", "weitere", "weiteres", "weiterer", "domicile", "personnel", "personnelle", "autre",
            "particular", "casa", "otro", "otra", "pessoal", "residencial", "outro", "outra", "домашний", "личный", "дом", "другой", "自宅", "その他", "住宅", "个人", "私人", "其他", "其它", "备用");

    private static final List<String> WHOSE_IN_CHINESE = List.of(
            "采购联系人", "采购商", "进口商", "收货人", "负责人", "决策人", "对接人", "联系人", "客户", "公司", "企业", "单位", "买家", "采购", "商务", "工作", "办公", "主要", "常用", "首要", "住宅", "个人", "私人", "其他", "其它", "备用",
            "会社", "勤務先", "自宅", "その他の", "その他");

    private static final Set<String> WHOSE_OTHERS = Set.of("住宅", "个人", "私人", "其他", "其它", "备用", "自宅", "その他の", "その他");

    /** Of names and companies these alone: a buyer's contact name is a name, a company's account is none. */
    private static final Set<String> NAMES = Set.of("contact", "contactname", "contactperson", "fullname", "联系人", "联系人姓名", "姓名", "全名",
            "company", "companyname", "organization", "organisation", "organizationname", "公司", "公司名", "公司名称", "单位", "单位名称", "企业", "企业名称", "empresa", "société", "entreprise", "firma", "компания",
            "организация", "会社", "会社名");

    private static final Set<Field> ANYBODYS = EnumSet.of(
            Field.ADDRESS, Field.OTHER_ADDRESS, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME, Field.ROLE, Field.COUNTRY, Field.CITY, Field.PHONE, Field.LANGUAGE);

    private HeaderWords() {}

    static Optional<Meaning> meaning(String header) {
        var numbered = NUMBER.matcher(header.strip());
        if (numbered.matches()) {
            int number = numbered.group(2).charAt(0) - '0';
            return withoutNumber(numbered.group(1) + " " + numbered.group(3)).map(meaning -> new Meaning(another(meaning.field(), number), meaning.rank() + ANOTHER * (number - 1)));
        }
        return withoutNumber(header);
    }

    private static Field another(Field field, int number) {
        return field == Field.ADDRESS && number > 1 ? Field.OTHER_ADDRESS : field;
    }

    private static Optional<Meaning> withoutNumber(String header) {
        return Headers.exactly(header).or(() -> inBrackets(header)).or(() -> inTwoLanguages(header)).or(() -> somebodys(header));
    }

    /** What stands in brackets says whose or what kind; a company in brackets says whose name it is. */
    private static Optional<Meaning> inBrackets(String header) {
        var brackets = BRACKETS.matcher(header);
        if (!brackets.find()) {
            return Optional.empty();
        }
        var remark = brackets.group(1);
        var outside = BRACKETS.matcher(header).replaceAll(" ").strip();
        var known = Headers.exactly(outside).or(() -> inTwoLanguages(outside)).or(() -> somebodys(outside));
        var inside = Headers.exactly(remark);
        if (known.isEmpty()) {
            return WHOSE.contains(outside.toLowerCase(java.util.Locale.ROOT)) ? inside.map(HeaderWords::more) : Optional.empty();
        }
        if (inside.isPresent() && inside.get().field() == Field.COMPANY && known.get().field() == Field.NAME) {
            return inside.map(HeaderWords::more);
        }
        return known.map(meaning -> isPrivate(remark) ? others(meaning) : more(meaning));
    }

    /** The same said twice. */
    private static Optional<Meaning> inTwoLanguages(String header) {
        var parts = Arrays.stream(LANGUAGES.split(header)).filter(part -> !Headers.normal(part).isEmpty()).toList();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        var found = new ArrayList<Meaning>();
        for (var part : parts) {
            var meaning = Headers.exactly(part).or(() -> somebodys(part));
            if (meaning.isEmpty()) {
                return Optional.empty();
            }
            found.add(meaning.get());
        }
        var fields = found.stream().map(Meaning::field).collect(Collectors.toSet());
        // "Name 姓名" and "First name / 名" agree; so do a customer and his name
        return fields.size() == 1 ? Optional.of(more(found.getFirst())) : Optional.empty();
    }

    private static Optional<Meaning> somebodys(String header) {
        var words = new ArrayList<>(Arrays.stream(WORDS.split(header)).map(Headers::normal).filter(word -> !word.isEmpty()).toList());
        boolean other = false;
        while (words.size() > 1 && isSomebody(words.getFirst())) {
            other |= PRIVATE.contains(words.removeFirst());
            var found = whose(String.join(" ", words), other);
            if (found.isPresent()) {
                return found;
            }
        }
        while (words.size() > 1 && isSomebody(words.getLast())) {
            other |= PRIVATE.contains(words.removeLast());
            var found = whose(String.join(" ", words), other);
            if (found.isPresent()) {
                return found;
            }
        }
        return words.size() == 1 ? somebodysInChinese(words.getFirst(), other) : Optional.empty();
    }

    private static Optional<Meaning> somebodysInChinese(String word, boolean other) {
        for (var whose : WHOSE_IN_CHINESE) {
            if (word.startsWith(whose) && word.length() > whose.length()) {
                return whose(word.substring(whose.length()), other || WHOSE_OTHERS.contains(whose));
            }
        }
        return Optional.empty();
    }

    private static Optional<Meaning> whose(String rest, boolean other) {
        return Headers.exactly(rest)
                .filter(meaning -> ANYBODYS.contains(meaning.field()) || NAMES.contains(Headers.normal(rest)))
                .map(meaning -> other ? others(meaning) : more(meaning));
    }

    private static boolean isSomebody(String word) {
        return WHOSE.contains(word) || PRIVATE.contains(word);
    }

    private static boolean isPrivate(String remark) {
        return Arrays.stream(WORDS.split(remark)).map(Headers::normal).anyMatch(PRIVATE::contains);
    }

    private static Meaning more(Meaning meaning) {
        return new Meaning(meaning.field(), meaning.rank() + SAYS_MORE);
    }

    private static Meaning others(Meaning meaning) {
        return new Meaning(another(meaning.field(), 2), meaning.rank() + 10 * ANOTHER);
    }
}
