package ml.taama;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What STYLE.md asks for and a machine can see. */
class ConventionsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ml.taama");
    private static final int LONGEST_FILE = 400;
    private static final String GENERATED = "ml.taama.pages";

    @Test
    void packagesAreNamedAfterTheDomain() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..impl..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..dto..",
                        "..service..",
                        "..services..",
                        "..manager..",
                        "..helper..",
                        "..misc..")
                .check(CLASSES);
    }

    @Test
    void classesAreNamedAfterTheDomain() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(Utils?|Helper|Manager|Service|Dto|DTO)$")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        List<JavaPackage> packages = CLASSES.getPackage("ml.taama").getSubpackagesInTree().stream()
                .filter(p -> !p.getClasses().isEmpty() && !p.getName().startsWith(GENERATED))
                .filter(p -> p.getClasses().stream().noneMatch(c -> c.getName().startsWith(GENERATED)))
                .toList();
        assertThat(packages)
                .hasSizeGreaterThan(15)
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ml.taama.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    /** The library of documents sets the level of a library beneath it. */
    @Test
    void nothingLogsThroughTheLoggingOfJava() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ml.taama.documents..")
                .should(USE_JAVA_UTIL_LOGGING)
                .check(CLASSES);
    }

    @Test
    void filesAreShort() throws IOException {
        for (Path sources : List.of(Path.of("src"), Path.of("../libs"))) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(f ->
                                f.toString().endsWith(".java") && !f.toString().contains("/target/"))
                        .toList()) {
                    assertThat(Files.readAllLines(file).size())
                            .as(file.toString())
                            .isLessThanOrEqualTo(LONGEST_FILE);
                }
            }
        }
    }
}
