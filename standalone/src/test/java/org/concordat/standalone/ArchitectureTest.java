package org.concordat.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walls between the rooms; each rule was seen red before it was trusted. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.concordat");

    private static final String[] RULES = packages("command", "commitment", "decision", "document", "partnership", "planitem", "proviso");
    private static final String[] VIEWS = packages("query", "authority", "commitment", "decision", "document", "history", "partnership",
            "plan", "proviso", "waiting", "warrant");

    private static String[] packages(String room, String... features) {
        return Stream.of(features).map(feature -> "org.concordat." + room + "." + feature + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaMethodCall> of(Class<?> owner, String... methods) {
        return DescribedPredicate.describe(owner.getSimpleName() + "." + String.join("|", methods), call ->
                call.getTargetOwner().isAssignableTo(owner) && List.of(methods).contains(call.getName()));
    }

    static Stream<ArchRule> walls() {
        return Stream.of(
                classes().that().resideInAPackage("org.concordat.api..").should().onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.concordat.api..", "org.jspecify.annotations..",
                                "com.fasterxml.jackson.annotation..", "org.axonframework.modelling.command..")
                        .as("the contract depends on annotations only"),
                classes().that().resideInAnyPackage("org.concordat.proof..", "org.concordat.verifier..").should()
                        .onlyDependOnClassesThat().resideInAnyPackage("java..", "org.concordat.proof..",
                                "org.concordat.verifier..", "org.jspecify.annotations..")
                        .as("who checks a proof needs a JDK and nothing else"),
                noClasses().that().resideInAPackage("org.concordat.command..").should().dependOnClassesThat()
                        .resideInAnyPackage("org.concordat.query..", "org.concordat.standalone.."),
                noClasses().that().resideInAPackage("org.concordat.query..").should().dependOnClassesThat()
                        .resideInAnyPackage("org.concordat.command..", "org.concordat.standalone.."),
                noClasses().that().resideInAPackage("org.concordat.wiring..").should().dependOnClassesThat()
                        .resideInAnyPackage("org.concordat.command..", "org.concordat.query..", "org.concordat.standalone..",
                                "org.concordat.api.partnership..", "org.concordat.api.planitem.."),
                noClasses().that().resideInAnyPackage(RULES)
                        .and().haveSimpleNameNotEndingWith("Aggregate").should().dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..", "java.io..", "java.net..")
                        .as("rules know no framework and no I/O"),
                noClasses().that().resideInAnyPackage(RULES).or().resideInAnyPackage(VIEWS)
                        .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
                        .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
                        .orShould().dependOnClassesThat().areAssignableTo(java.util.Random.class)
                        .as("rules and views read no clock and throw no dice"),
                noClasses().that().resideInAnyPackage(VIEWS)
                        .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
                        .as("views are pure"),
                noClasses().should().callMethodWhere(of(JdbcClient.MappedQuerySpec.class, "stream"))
                        .orShould().callMethodWhere(of(JdbcOperations.class, "queryForStream"))
                        .orShould().callMethodWhere(of(Files.class, "list", "walk", "find", "lines", "newDirectoryStream"))
                        .as("rows and files are read to their end as lists: a stream of them lends until somebody closes it"),
                noClasses().that().resideOutsideOfPackages("org.concordat.standalone..", "org.concordat.wiring.pool..")
                        .should().callMethodWhere(of(DataSource.class, "getConnection"))
                        .orShould().callMethodWhere(of(DriverManager.class, "getConnection"))
                        .as("Spring borrows connections and gives them back"),
                noClasses().should().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dto")
                        .orShould().haveSimpleNameEndingWith("Mapper").orShould().haveSimpleNameEndingWith("Helper")
                        .orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
                        .orShould().haveSimpleNameEndingWith("Manager"),
                SlicesRuleDefinition.slices().matching("org.concordat.command.(planitem|partnership|decision|document|commitment)..")
                        .should().notDependOnEachOther());
    }

    @ParameterizedTest @MethodSource("walls") void holds(ArchRule wall) {
        wall.check(ALL);
    }

    @Test void classes_of_every_room_were_looked_at() {
        for (String room : new String[] {"api", "wiring", "command", "query", "standalone", "proof", "verifier"}) {
            assertThat(ALL.stream().map(JavaClass::getPackageName).filter(p -> p.startsWith("org.concordat." + room)))
                    .as(room).hasSizeGreaterThan(4);
        }
    }
}
