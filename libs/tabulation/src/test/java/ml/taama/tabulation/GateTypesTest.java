package ml.taama.tabulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ml.taama.tabulation.output.TableBytes;
import ml.taama.tabulation.output.TableCsv;
import ml.taama.tabulation.output.TablePicture;
import ml.taama.tabulation.request.TableRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types leave one way out: raw counts cannot be read, printed, compared, serialised or written. */
class GateTypesTest {

    private static final List<Class<?>> RAW = List.of(
            Cells.class, Magnitudes.class, Codes.class, Columns.class, Counter.class, Figures.class, Persons.class);

    @TempDir
    Path folder;

    @Test
    void rawCountsHaveNoPublicMemberButASilentName() {
        assertThat(Arrays.stream(Unprotected.class.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .map(Method::getName))
                .containsExactly("toString");
        assertThat(Unprotected.class.getConstructors()).isEmpty();
        assertThat(Unprotected.class.getFields()).isEmpty();
        assertThat(Modifier.isFinal(Unprotected.class.getModifiers())).isTrue();
        assertThat(Serializable.class).isNotIn((Object[]) Unprotected.class.getInterfaces());
        assertThat(Unprotected.class.getInterfaces()).isEmpty();
    }

    @Test
    void rawTypesAreNotPublic() {
        assertThat(RAW)
                .allSatisfy(type -> assertThat(Modifier.isPublic(type.getModifiers()))
                        .as(type.getName())
                        .isFalse());
    }

    /** No public method of the package gives numbers of records, except what describes shape and protection. */
    @Test
    void onlyTheGateMakesAProtectedTable() {
        assertThat(ProtectedTable.class.getConstructors()).isEmpty();
        assertThat(Stream.of(Release.class, QuerySession.class, Succession.class, Source.class)
                        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .filter(m -> m.getReturnType() == ProtectedTable.class
                                || m.getReturnType().isArray())
                        .map(Method::getName))
                .isEmpty();
        assertThat(Arrays.stream(Release.class.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .map(Method::getName))
                .containsExactlyInAnyOrder(
                        "open", "buildCuboid", "load", "rows", "modulus", "schema", "count", "close");
    }

    @Test
    void writersTakeProtectedTablesOnly() {
        assertThat(Stream.of(TableCsv.class, TableBytes.class, TablePicture.class)
                        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .map(m -> m.getParameterTypes()[0]))
                .isNotEmpty()
                .containsOnly(ProtectedTable.class);
        assertThat(Stream.of(TableCsv.class, TableBytes.class, TablePicture.class)
                        .flatMap(c -> Arrays.<Constructor<?>>stream(c.getConstructors())))
                .isEmpty();
    }

    @Test
    void printingRawCountsSaysNothing() {
        Path file = Microdata.csv(folder, "a.csv", "sex", 17, i -> "F");
        try (Release release = Release.open(Microdata.source(file))) {
            Unprotected counts = release.count(TableRequest.of("sex"));
            assertThat(counts).hasToString("Unprotected");
            assertThat(String.valueOf(Microdata.gate(5).protect(counts).table()))
                    .doesNotContain("17");
        }
    }
}
