package app.caravel.contact.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of people who are known already: foretold by the dry run, done by the import, taken back by the undo. */
class MergePolicyTest {

    private static final String KNOWN = """
            email,name,salutation,company,role,city,country,Grade,Owner
            a@x.example;a2@x.example,Anna Berg,Dear Ms. Berg,Berg AS,Buyer,Oslo,Norway,A,Li
            b@y.example,Bo Dahl,,,,,,B,
            c@x.example,Cara Enders,,Enders KG,,Bonn,Germany,C,
            """;

    private static final String NEWER = """
            email,name,company,role,city,Grade,Season
            a@x.example;a3@x.example,Anna Winter,Winter AS,,Bergen,B,Spring
            b@y.example,,Dahl GmbH,CEO,Wien,B,
            c@x.example,Cara Enders,,,,C,
            d@x.example,Dora Falk,Falk,,,A,
            D@x.example,Dora Falk,Falk,Owner,Graz,A,
            """;

    @TempDir
    Path folder;

    Database database;
    Contacts contacts;
    Lists lists;
    Importer importer;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        contacts = new Contacts(database);
        lists = new Lists(database, Clock.systemUTC());
        importer = new Importer(database, lists, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private ImportResult run(String text, MergePolicy policy, String list) throws Exception {
        var result = importer.run(file(text), ImportOptions.NOTICED.withMerge(policy), list, Progress.NONE);
        assertEquals(result.read(), result.added() + result.merged() + result.rejected());
        return result;
    }

    private Contact contact(String address) {
        return contacts.find(new EmailAddress(address)).orElseThrow();
    }

    private Map<String, Contact> everybody() {
        var all = new java.util.TreeMap<String, Contact>();
        contacts.forEach(Filter.EVERYONE, contact -> all.put(contact.address().canonical(), contact));
        return all;
    }

    @Test
    void fillingTakesWhatIsMissingAlone() throws Exception {
        run(KNOWN, MergePolicy.FILL, "Known");
        var result = run(NEWER, MergePolicy.FILL, "Newer");
        assertEquals(List.of(1L, 4L), List.of(result.added(), result.merged()));
        assertEquals("Anna Berg", contact("a@x.example").name());
        assertEquals("Oslo", contact("a@x.example").city());
        assertEquals("Spring", contact("a@x.example").attributes().get("Season"));
        assertEquals(List.of("a2@x.example", "a3@x.example"), others("a@x.example"));
        assertEquals("Dahl GmbH", contact("b@y.example").company());
    }

    @Test
    void overwritingTakesWhatTheFileSaysAndKeepsWhatItDoesNotSay() throws Exception {
        run(KNOWN, MergePolicy.FILL, "Known");
        var result = run(NEWER, MergePolicy.OVERWRITE, "Newer");
        assertEquals(List.of(1L, 4L), List.of(result.added(), result.merged()));
        var anna = contact("a@x.example");
        assertEquals(List.of("Anna Winter", "Winter", "Winter AS", "Buyer", "Bergen", "NO"), List.of(anna.name(), anna.lastName(), anna.company(), anna.role(), anna.city(), anna.country()));
        assertEquals(null, anna.salutation(), "Dear Ms. Berg is not said of Anna Winter");
        assertEquals(Map.of("Grade", "B", "Owner", "Li", "Season", "Spring", "country", "Norway"), anna.attributes());
        assertEquals(List.of("a2@x.example", "a3@x.example"), others("a@x.example"));
        assertEquals("Bo Dahl", contact("b@y.example").name());
        assertEquals("Enders KG", contact("c@x.example").company(), "no company in the row: the domain does not take his away");
        assertEquals("Owner", contact("d@x.example").role());
        assertEquals(4, lists.get("Newer").size());
    }

    @Test
    void aGivenNameAloneDoesNotTakeTheFamilyNameAway() throws Exception {
        run(KNOWN, MergePolicy.FILL, "Known");
        run("email,First Name\na@x.example,Anna\nb@y.example,Bob\n", MergePolicy.OVERWRITE, "Newer");
        assertEquals("Anna Berg", contact("a@x.example").name());
        assertEquals("Berg", contact("a@x.example").lastName());
        assertEquals("Bob", contact("b@y.example").name());
    }

    @Test
    void skippingLeavesKnownPeopleAsTheyAreButTheyJoinTheList() throws Exception {
        run(KNOWN, MergePolicy.FILL, "Known");
        var before = everybody();
        var result = run(NEWER, MergePolicy.SKIP, "Newer");
        assertEquals(List.of(1L, 4L), List.of(result.added(), result.merged()));
        var after = everybody();
        assertEquals("Graz", Objects.requireNonNull(after.get("d@x.example")).city(), "who came with this file is filled up by its later rows");
        after.remove("d@x.example");
        assertEquals(before, after);
        assertEquals(4, lists.get("Newer").size());
    }

    @ParameterizedTest
    @EnumSource
    void everyPolicyIsTakenBackAsAWhole(MergePolicy policy) throws Exception {
        run(KNOWN, MergePolicy.FILL, "Known");
        var before = everybody();
        var result = run(NEWER, policy, "Newer");
        var undone = importer.undo(result.importId());
        assertEquals(0, undone.left());
        assertEquals(1, undone.removed());
        assertEquals(before, everybody());
        assertTrue(lists.find("Newer").isEmpty());
    }

    @Test
    void theDryRunTellsWhoWouldChangeFieldByField() throws Exception {
        run(KNOWN, MergePolicy.FILL, "Known");
        var forecast = importer.check(file(NEWER), ImportOptions.NOTICED.withMerge(MergePolicy.OVERWRITE), Progress.NONE);
        assertEquals(2, forecast.changed());
        assertEquals(List.of("a@x.example", "b@y.example"), forecast.changing().stream().map(Forecast.Merge::address).toList());
        assertEquals(List.of("c@x.example"), forecast.unchanged().stream().map(Forecast.Merge::address).toList());
        var anna = forecast.changing().getFirst();
        assertEquals(2, anna.line());
        assertEquals("Anna Berg", anna.name());
        assertTrue(anna.changes().contains(new Forecast.Change(Target.of(Field.CITY), "Oslo", "Bergen")), anna.toString());
        assertTrue(anna.changes().contains(new Forecast.Change(Target.of(Field.COMPANY), "Berg AS", "Winter AS")), anna.toString());
        assertTrue(anna.changes().contains(new Forecast.Change(new Target.Attribute("Season"), null, "Spring")), anna.toString());
        assertTrue(anna.changes().contains(new Forecast.Change(Target.of(Field.OTHER_ADDRESS), "a2@x.example", "a2@x.example; a3@x.example")), anna.toString());
        assertEquals(0, importer.check(file(NEWER), ImportOptions.NOTICED.withMerge(MergePolicy.SKIP), Progress.NONE).changed());
        assertEquals(3, contacts.count(Filter.EVERYONE));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheDryRunForetellsIsWhatTheImportDoes(MergePolicy policy) throws Exception {
        var random = new Random(11);
        for (int round = 0; round < 4; round++) {
            run(people(random), MergePolicy.FILL, "Known");
            var newer = people(random);
            var before = everybody();
            var forecast = importer.check(file(newer), ImportOptions.NOTICED.withMerge(policy), Progress.NONE);
            var result = run(newer, policy, "Newer");
            var after = everybody();
            assertEquals(List.of(result.added(), result.merged()), List.of(forecast.result().added(), forecast.result().merged()));
            var told = new java.util.TreeMap<String, List<String>>();
            forecast.changing().forEach(merge -> told.put(merge.address(), merge.changes().stream().filter(change -> change.what() instanceof Target.Own)
                    .map(change -> ((Target.Own) change.what()).field() + ":" + change.before() + ":" + change.after()).toList()));
            var changed = before.keySet().stream().filter(address -> !Objects.equals(before.get(address), after.get(address))).toList();
            assertEquals(changed, List.copyOf(told.keySet()));
            assertEquals(changed.size(), forecast.changed());
            for (var address : changed) {
                assertEquals(differences(Objects.requireNonNull(before.get(address)), Objects.requireNonNull(after.get(address))), told.get(address), address);
            }
        }
    }

    private static List<String> differences(Contact before, Contact after) {
        var all = new ArrayList<String>();
        add(all, Field.NAME, before.name(), after.name());
        add(all, Field.FIRST_NAME, before.firstName(), after.firstName());
        add(all, Field.LAST_NAME, before.lastName(), after.lastName());
        add(all, Field.SALUTATION, before.salutation(), after.salutation());
        add(all, Field.COMPANY, before.company(), after.company());
        add(all, Field.ROLE, before.role(), after.role());
        add(all, Field.CITY, before.city(), after.city());
        return all;
    }

    private static void add(List<String> all, Field field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            all.add(field + ":" + before + ":" + after);
        }
    }

    /** Some people more than once, in a random order, with gaps. */
    private static String people(Random random) {
        var text = new StringBuilder("email,name,company,role,city,Grade\n");
        for (int i = 0; i < 60; i++) {
            text.append("p").append(random.nextInt(40)).append("@f").append(random.nextInt(2) == 0 ? "1" : "2").append(".example,")
                    .append(one(random, "Anna Berg", "Ms. Cara Enders", "李明", "Bo")).append(',').append(one(random, "Berg AS", "berg as", "Dahl GmbH")).append(',')
                    .append(one(random, "Buyer", "CEO")).append(',').append(one(random, "Oslo", "Wien")).append(',').append(one(random, "A", "B")).append('\n');
        }
        return text.toString();
    }

    private static String one(Random random, String... values) {
        return random.nextInt(3) == 0 ? "" : values[random.nextInt(values.length)];
    }

    private List<String> others(String address) {
        return contact(address).otherAddresses().stream().map(EmailAddress::written).toList();
    }
}
