package ml.taama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protected tables from the command line: the contract that others script against. */
class TabulateJourney {

    @TempDir
    Path folder;

    private Path data() throws IOException {
        return Files.writeString(
                folder.resolve("data.csv"),
                "person,sex,region,amount,record\n"
                        + IntStream.range(0, 900)
                                .mapToObj(i -> "p" + i % 600 + "," + "FM".charAt(i % 2) + ",r"
                                        + (i % 97 == 0 ? 9 : i % 3) + "," + (i % 50 + 1) + "," + i % 4)
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    private Command tabulate(String... more) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "thirty-two bytes of a secret key");
        List<String> words = new java.util.ArrayList<>(List.of(
                "tabulate",
                "--data",
                data().toString(),
                "--out",
                folder.resolve("t.csv").toString()));
        words.addAll(List.of(more));
        return Command.taama(Map.of("TAAMA_RECORD_KEY_FILE", secret.toString()), words.toArray(String[]::new));
    }

    private List<String> table() throws IOException {
        return Files.readAllLines(folder.resolve("t.csv"));
    }

    @Test
    void withoutOptionsEveryFigureIsPerturbedAndSmallOnesAreHidden() throws IOException {
        Command command = tabulate("--rows", "region", "--columns", "sex", "--unit", "person");
        assertThat(command.exit()).as(command.said()).isZero();
        List<String> first = table();
        assertThat(first.getFirst()).isEqualTo("region,sex,value,status");
        assertThat(first.subList(1, first.size()))
                .hasSize(8)
                .allMatch(l -> l.matches("r\\d,[FM],(\\d{2,},perturbed|,suppressed)"))
                .anyMatch(l -> l.startsWith("r9,") && l.endsWith(",suppressed"));
        tabulate("--rows", "region", "--columns", "sex", "--unit", "person");
        assertThat(table()).as("the same question, the same answer").isEqualTo(first);
    }

    @Test
    void replaysAGivenTableWithGivenKeys() throws IOException {
        Path noise = Files.writeString(
                folder.resolve("p.csv"),
                "pcv,ckey,pvalue\n"
                        + IntStream.rangeClosed(1, 750)
                                .boxed()
                                .flatMap(n -> IntStream.range(0, 4).mapToObj(k -> n + "," + k + "," + (k - 1)))
                                .collect(Collectors.joining("\n", "", "\n")));
        Command command = tabulate(
                "--rows", "region", "--record-key", "record", "--perturbation", noise.toString(), "--threshold", "12");
        assertThat(command.exit()).as(command.said()).isZero();
        int[] counts = new int[10];
        int[] keys = new int[10];
        for (int i = 0; i < 900; i++) {
            int region = i % 97 == 0 ? 9 : i % 3;
            counts[region]++;
            keys[region] += i % 4;
        }
        List<String> expected = IntStream.of(0, 1, 2, 9)
                .mapToObj(r -> {
                    int value = counts[r] + keys[r] % 4 - 1;
                    return "r" + r + "," + (value < 12 ? ",suppressed" : value + ",perturbed");
                })
                .toList();
        assertThat(table().subList(1, 5)).isEqualTo(expected);
    }

    @Test
    void writesEveryFormatAndDesignsTables() throws IOException {
        for (String format : List.of("xlsx", "json", "html", "svg")) {
            Command command = tabulate("--rows", "region", "--columns", "sex", "--format", format);
            assertThat(command.exit()).as(command.said()).isZero();
            assertThat(Files.size(folder.resolve("t.csv"))).as(format).isPositive();
        }
        Path designed = folder.resolve("designed.csv");
        Command design = Command.taama(
                Map.of(),
                "perturbation-table",
                "--max-deviation",
                "3",
                "--variance",
                "1.5",
                "--out",
                designed.toString());
        assertThat(design.exit()).as(design.said()).isZero();
        assertThat(design.said()).contains("Largest deviation: 3", "zero for every count: yes");
        assertThat(Files.readAllLines(designed)).hasSize(1 + 750 * 256).startsWith("pcv,ckey,pvalue");
        assertThat(tabulate("--rows", "sex", "--perturbation", designed.toString())
                        .exit())
                .isZero();
    }

    @Test
    void namesBadInputAndRefusesWrongUse() throws IOException {
        Command column = tabulate("--rows", "colour");
        assertThat(column.exit()).isEqualTo(1);
        assertThat(column.lines()).singleElement().asString().contains("colour", "person, sex, region");
        Command people = tabulate("--rows", "sex", "--measure", "people");
        assertThat(people.exit()).isEqualTo(1);
        assertThat(people.said()).contains("--unit");
        Command variance = Command.taama(
                Map.of(),
                "perturbation-table",
                "--max-deviation",
                "2",
                "--variance",
                "9",
                "--out",
                folder.resolve("x").toString());
        assertThat(variance.exit()).isEqualTo(1);
        assertThat(variance.said()).contains("--variance");
        for (String[] wrong : new String[][] {
            {"--rows", "sex", "--format", "pdf"}, {"--rows", "sex", "--threshold", "ten"}, {"--colour", "red"}, {}
        }) {
            Command usage = tabulate(wrong);
            assertThat(usage.exit()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(usage.said()).contains("Usage: ./taama tabulate");
        }
        assertThat(folder.resolve("t.csv")).doesNotExist();
    }
}
