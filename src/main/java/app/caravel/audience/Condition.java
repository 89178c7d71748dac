package app.caravel.audience;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import app.caravel.contact.Stage;

/** One condition on a contact. Several values of one condition mean any of them. */
public sealed interface Condition {

    /** As the one-line language writes it; {@link QueryParser} reads it back to an equal condition. */
    String text();

    /** Part of name, company or address. */
    record Words(String words) implements Condition {
        public Words {
            words = words.strip();
        }

        @Override
        public String text() {
            return Quoting.write(words);
        }
    }

    /** ISO 3166-1 alpha-2; the empty string: none known. */
    record Country(List<String> codes) implements Condition {
        public Country {
            codes = codes.stream().map(code -> code.strip().toUpperCase(Locale.ROOT)).toList();
        }

        @Override
        public String text() {
            return "country:" + orNone(codes);
        }
    }

    /** BCP 47, with all its regions; the empty string: none known. */
    record Language(List<String> tags) implements Condition {
        public Language {
            tags = tags.stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT)).toList();
        }

        @Override
        public String text() {
            return "language:" + orNone(tags);
        }
    }

    /** Part of one field. */
    record Part(Of of, List<String> parts) implements Condition {
        /** The fields that are sought by a part of them. */
        public enum Of { NAME, COMPANY, ROLE, CITY }

        public Part {
            parts = stripped(parts);
        }

        @Override
        public String text() {
            return of.name().toLowerCase(Locale.ROOT) + ":" + Quoting.write(parts);
        }
    }

    /** What stands after the @ of the address. */
    record Domain(List<String> domains) implements Condition {
        public Domain {
            domains = domains.stream().map(domain -> domain.strip().toLowerCase(Locale.ROOT)).toList();
        }

        @Override
        public String text() {
            return "domain:" + Quoting.write(domains);
        }
    }

    /**
     * The value of a column of the person's own.
     *
     * @param header as the file wrote it, or in snake case; case does not matter
     */
    record Attribute(String header, List<String> values) implements Condition {
        public Attribute {
            header = header.strip();
            values = stripped(values);
        }

        @Override
        public String text() {
            return "attribute." + Quoting.write(header) + ":" + Quoting.write(values);
        }
    }

    /** In one of these lists, by name. */
    record InList(List<String> names) implements Condition {
        public InList {
            names = stripped(names);
        }

        @Override
        public String text() {
            return "list:" + Quoting.write(names);
        }
    }

    /** Where he stands; empty: nobody said. */
    record InStage(List<Optional<Stage>> stages) implements Condition {
        public InStage {
            stages = List.copyOf(stages);
        }

        @Override
        public String text() {
            return "stage:" + stages.stream().map(stage -> stage.map(Stage::key).orElse("none")).collect(Collectors.joining(","));
        }
    }

    /** Wears one of these tags, by name. */
    record Tagged(List<String> names) implements Condition {
        public Tagged {
            names = stripped(names);
        }

        @Override
        public String text() {
            return "tag:" + Quoting.write(names);
        }
    }

    /** Whether mail may go to him; by a reason where one is named. */
    record Suppressed(List<Why> whys) implements Condition {
        /** {@code YES}: for any reason. The others are the keys of {@code SuppressionReason}. */
        public enum Why { YES, NO, UNSUBSCRIBED, HARD_BOUNCE, COMPLAINT, MANUAL, IMPORTED, OWN_DOMAIN, COMPETITOR, ERASED }

        public Suppressed {
            whys = List.copyOf(whys);
        }

        @Override
        public String text() {
            return "suppressed:" + whys.stream().map(why -> why.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
        }
    }

    /** It happened within this time. */
    record Within(Act act, Span span) implements Condition {
        @Override
        public String text() {
            return act.key() + ":" + span.text();
        }
    }

    /** Something of a campaign of one of these names: mailed or opened. */
    record OfCampaign(Act act, List<String> campaigns) implements Condition {
        public OfCampaign {
            campaigns = stripped(campaigns);
        }

        @Override
        public String text() {
            return act.key() + ":" + Quoting.writeNames(campaigns);
        }
    }

    /** Clicked a link whose words or address hold one of these parts. */
    record ClickedLink(List<String> parts) implements Condition {
        public ClickedLink {
            parts = stripped(parts);
        }

        @Override
        public String text() {
            return Act.CLICKED.key() + ":" + Quoting.writeNames(parts);
        }
    }

    /** What happens at a time. {@code OPENED}: a person's opening or click, because who clicks has it before him, pictures or not. */
    enum Act {
        ADDED, MAILED, OPENED, CLICKED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static List<String> stripped(List<String> values) {
        return values.stream().map(String::strip).toList();
    }

    private static String orNone(List<String> values) {
        return Quoting.write(values.stream().map(value -> value.isEmpty() ? "none" : value).toList());
    }
}
