package app.caravel.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The table of packages: who may use whom. Change it here and in each package-info when an edge is missing. */
class ArchitectureTest {

    /** What every package may use. */
    private static final List<String> ALWAYS = List.of("reason");

    /** The features, in the order in which they build on each other. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("reason", List.of()),
            Map.entry("texts", List.of()),
            Map.entry("protocol", List.of()),
            Map.entry("calendar", List.of()),
            Map.entry("sheet", List.of()),
            Map.entry("store", List.of()),
            Map.entry("dns", List.of("store")),
            Map.entry("contact", List.of("store", "calendar", "sheet")),
            Map.entry("content", List.of("protocol", "store")),
            Map.entry("account", List.of("dns", "store")),
            Map.entry("smtp", List.of("account")),
            Map.entry("product", List.of("contact", "content", "store")),
            Map.entry("campaign", List.of("contact", "content", "product", "account", "smtp", "protocol", "calendar", "store")),
            Map.entry("audience", List.of("contact", "campaign", "evidence", "dns", "store")),
            Map.entry("evidence", List.of("protocol", "campaign", "dns", "store")),
            Map.entry("mailbox", List.of("account", "contact", "campaign", "store")),
            Map.entry("messagelog", List.of("campaign", "sheet", "store")),
            Map.entry("report", List.of("contact", "content", "audience", "campaign", "evidence", "sheet", "store")),
            Map.entry("tracker", List.of("protocol", "texts")),
            Map.entry("workspace", List.of("account", "audience", "calendar", "campaign", "contact", "content", "dns", "evidence", "mailbox", "messagelog", "product", "protocol", "report", "sheet", "smtp", "store")),
            Map.entry("sandbox", List.of("workspace", "tracker", "account", "audience", "campaign", "contact", "content", "evidence", "protocol", "report", "smtp", "store"))));

    private static final String[] FACES = {"app.caravel.desktop..", "app.caravel.cli..", "app.caravel.tracker.."};

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.caravel");
    }

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() {
        for (var entry : MAY_USE.entrySet()) {
            var others = new ArrayList<String>();
            for (var name : topLevelPackages()) {
                if (!name.equals(entry.getKey()) && !entry.getValue().contains(name) && !ALWAYS.contains(name)) {
                    others.add("app.caravel." + name + "..");
                }
            }
            noClasses().that(resideInAPackage("app.caravel." + entry.getKey() + ".."))
                    .should().dependOnClassesThat(resideInAnyPackage(others.toArray(String[]::new)))
                    .allowEmptyShould(true).check(classes);
        }
    }

    @Test
    void theTableKnowsEveryPackage() {
        var known = new TreeSet<>(MAY_USE.keySet());
        known.addAll(List.of("cli", "desktop"));
        var missing = new TreeSet<>(topLevelPackages());
        missing.removeAll(known);
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void thereAreNoCyclesBetweenPackages() {
        slices().matching("app.caravel.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothingUsesAFaceButTheEntryAndTheSandboxTheTracker() {
        noClasses().that(resideInAPackage("app.caravel..").and(com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAnyPackage("app.caravel", "app.caravel.desktop..", "app.caravel.cli..", "app.caravel.tracker..", "app.caravel.sandbox.."))))
                .should().dependOnClassesThat(resideInAnyPackage(FACES)).check(classes);
        noClasses().that(resideInAPackage("app.caravel.sandbox.."))
                .should().dependOnClassesThat(resideInAnyPackage("app.caravel.desktop..", "app.caravel.cli..")).check(classes);
    }

    @Test
    void javaFxStaysInTheDesktop() {
        noClasses().that(resideInAPackage("app.caravel..").and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage("app.caravel.desktop.."))))
                .should().dependOnClassesThat(resideInAnyPackage("javafx..")).check(classes);
    }

    @Test
    void screensDoNotImportEachOther() {
        slices().matching("app.caravel.desktop.(*)..").as("screens").should().beFreeOfCycles().allowEmptyShould(true).check(classes);
        for (var screen : List.of("today", "contacts", "compose", "campaigns", "activity", "accounts", "settings", "sandbox", "person", "suppression", "duplicates", "products", "messagelog")) {
            noClasses().that(resideInAPackage("app.caravel.desktop." + screen + ".."))
                    .should().dependOnClassesThat(resideInAPackage("app.caravel.desktop..").and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage("app.caravel.desktop." + screen + "..", "app.caravel.desktop.kit..", "app.caravel.desktop.story..", "app.caravel.desktop.delivery..", "app.caravel.desktop.health.."))))
                    .allowEmptyShould(true).check(classes);
        }
    }

    @Test
    void viewModelsKnowNoNode() {
        noClasses().that().haveSimpleNameEndingWith("ViewModel")
                .should().dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..")).allowEmptyShould(true).check(classes);
    }

    @Test
    void everyPackageSaysWhatItHolds() throws Exception {
        try (var folders = Files.walk(Path.of("src/main/java/app/caravel"))) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                try (var files = Files.list(folder)) {
                    boolean holdsClasses = files.anyMatch(file -> file.toString().endsWith(".java"));
                    assertTrue(!holdsClasses || Files.exists(folder.resolve("package-info.java")), folder + " has no package-info");
                }
            }
        }
    }

    private static List<String> topLevelPackages() {
        return classes.stream().map(type -> type.getPackageName()).filter(name -> name.startsWith("app.caravel."))
                .map(name -> name.substring("app.caravel.".length()).split("\\.")[0]).distinct().sorted().toList();
    }
}
