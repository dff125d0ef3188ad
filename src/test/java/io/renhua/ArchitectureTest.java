package io.renhua;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The map of the packages, one line each. When it is red, move the code, or change the map on purpose. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.renhua");

    @Test
    void everyPackageImportsOnlyWhatItsRowNames() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("message")
                .definedBy("io.renhua.message")
                .layer("text")
                .definedBy("io.renhua.text")
                .layer("picture")
                .definedBy("io.renhua.picture")
                .layer("nlu")
                .definedBy("io.renhua.nlu")
                .layer("persona")
                .definedBy("io.renhua.persona")
                .layer("lint")
                .definedBy("io.renhua.lint")
                .layer("bundle")
                .definedBy("io.renhua.bundle")
                .layer("exchange")
                .definedBy("io.renhua.exchange")
                .layer("publishing")
                .definedBy("io.renhua.publishing")
                .layer("store")
                .definedBy("io.renhua.store")
                .layer("journal")
                .definedBy("io.renhua.journal")
                .layer("access")
                .definedBy("io.renhua.access")
                .layer("door")
                .definedBy("io.renhua.door")
                .layer("connector")
                .definedBy("io.renhua.connector")
                .optionalLayer("platforms")
                .definedBy("io.renhua.connector.*")
                .layer("action")
                .definedBy("io.renhua.action")
                .layer("dialogue")
                .definedBy("io.renhua.dialogue")
                .layer("handoff")
                .definedBy("io.renhua.handoff")
                .layer("people")
                .definedBy("io.renhua.people")
                .optionalLayer("conversation")
                .definedBy("io.renhua.conversation")
                .layer("hook")
                .definedBy("io.renhua.hook")
                .layer("learning")
                .definedBy("io.renhua.learning")
                .layer("retention")
                .definedBy("io.renhua.retention")
                .layer("why")
                .definedBy("io.renhua.why")
                .layer("search")
                .definedBy("io.renhua.search")
                .layer("stream")
                .definedBy("io.renhua.stream")
                .optionalLayer("server")
                .definedBy("io.renhua.server")
                .optionalLayer("cli")
                .definedBy("io.renhua.cli")
                .layer("root")
                .definedBy("io.renhua")
                .whereLayer("message")
                .mayNotAccessAnyLayer()
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("picture")
                .mayNotAccessAnyLayer()
                .whereLayer("nlu")
                .mayOnlyAccessLayers("text")
                .whereLayer("persona")
                .mayOnlyAccessLayers("message", "text")
                .whereLayer("lint")
                .mayOnlyAccessLayers("persona", "message", "text", "nlu")
                .whereLayer("bundle")
                .mayOnlyAccessLayers("persona", "message", "text")
                .whereLayer("exchange")
                .mayOnlyAccessLayers("bundle", "persona", "message", "text")
                .whereLayer("publishing")
                .mayOnlyAccessLayers("persona", "lint", "bundle", "message", "text", "store", "door")
                .whereLayer("store")
                .mayOnlyAccessLayers("text")
                .whereLayer("journal")
                .mayOnlyAccessLayers("message", "store")
                .whereLayer("access")
                .mayOnlyAccessLayers("door")
                .whereLayer("door")
                .mayOnlyAccessLayers("text", "store")
                .whereLayer("connector")
                .mayOnlyAccessLayers("message", "text")
                .whereLayer("platforms")
                .mayOnlyAccessLayers("connector", "message", "text")
                .whereLayer("action")
                .mayOnlyAccessLayers("message", "text", "connector")
                .whereLayer("dialogue")
                .mayOnlyAccessLayers("persona", "nlu", "message", "text")
                .whereLayer("handoff")
                .mayOnlyAccessLayers("message", "store", "journal")
                .whereLayer("people")
                .mayOnlyAccessLayers("message", "text", "store", "journal")
                .whereLayer("conversation")
                .mayOnlyAccessLayers(
                        "message",
                        "text",
                        "picture",
                        "nlu",
                        "persona",
                        "publishing",
                        "store",
                        "journal",
                        "door",
                        "connector",
                        "action",
                        "dialogue",
                        "handoff",
                        "people")
                .whereLayer("hook")
                .mayOnlyAccessLayers("message", "text", "store", "journal", "door", "connector", "action")
                .whereLayer("learning")
                .mayOnlyAccessLayers(
                        "message", "text", "nlu", "persona", "lint", "store", "journal", "door", "dialogue")
                .whereLayer("why")
                .mayOnlyAccessLayers(
                        "message", "text", "nlu", "persona", "lint", "store", "journal", "door", "dialogue")
                .whereLayer("search")
                .mayOnlyAccessLayers("message", "text", "nlu", "store", "journal")
                .whereLayer("retention")
                .mayOnlyAccessLayers(
                        "message", "text", "persona", "store", "journal", "door", "dialogue", "handoff", "conversation")
                .whereLayer("stream")
                .mayOnlyAccessLayers("message", "text", "store", "journal", "conversation")
                .whereLayer("server")
                .mayOnlyAccessLayers(
                        "message",
                        "text",
                        "picture",
                        "nlu",
                        "persona",
                        "lint",
                        "bundle",
                        "publishing",
                        "store",
                        "journal",
                        "door",
                        "access",
                        "connector",
                        "dialogue",
                        "handoff",
                        "people",
                        "conversation",
                        "hook",
                        "learning",
                        "why",
                        "search",
                        "retention")
                .whereLayer("cli")
                .mayOnlyAccessLayers(
                        "message",
                        "text",
                        "nlu",
                        "persona",
                        "lint",
                        "bundle",
                        "exchange",
                        "publishing",
                        "store",
                        "journal",
                        "door",
                        "access",
                        "connector",
                        "dialogue",
                        "handoff",
                        "conversation",
                        "hook",
                        "learning",
                        "why",
                        "retention")
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("io.renhua.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void platformsDoNotKnowEachOther() {
        slices().matching("io.renhua.connector.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void theFrameworkStaysInRootServerAndPlatforms() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.renhua", "io.renhua.server", "io.renhua.connector.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .check(CLASSES);
    }

    @Test
    void openNlpLivesOnlyInNlu() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.renhua.nlu")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("opennlp..")
                .check(CLASSES);
    }

    @Test
    void kafkaLivesOnlyInStream() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.renhua.stream")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void timeIsAnArgument() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void xmlIsReadInTwoPlacesThatBoundIt() {
        noClasses()
                .that()
                .haveNameNotMatching("io\\.renhua\\.(connector\\.wechat\\.SafeXml|exchange\\.AimlFile)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.xml.sax..")
                .check(CLASSES);
        noClasses()
                .that()
                .haveNameNotMatching("io\\.renhua\\.exchange\\.Aiml.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.w3c.dom..")
                .check(CLASSES);
    }
}
