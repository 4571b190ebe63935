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

    /** One file for each user: what was asked is in it, and the next command goes on from there. */
    @Test
    void aQueryBudgetEndsAndRefusesTablesThatDifferByAFewPeople() throws IOException {
        Path budget = Files.writeString(folder.resolve("budget"), "{\"tables\": 3, \"cells\": 1000, \"least\": 10}");
        String file = budget.toString();
        Command first = tabulate("--rows", "region", "--unit", "person", "--budget", file);
        assertThat(first.exit()).as(first.said()).isZero();
        assertThat(first.said()).contains("2 of 3");
        List<String> shown = table();
        Command again = tabulate("--rows", "region", "--unit", "person", "--budget", file);
        assertThat(again.said()).as("the same question costs nothing").contains("2 of 3");
        Command part = tabulate("--rows", "sex", "--filter", "region = r1", "--unit", "person", "--budget", file);
        assertThat(part.exit()).as(part.said()).isZero();
        Command close = tabulate("--rows", "region", "--filter", "amount >= 2", "--unit", "person", "--budget", file);
        assertThat(close.exit()).isEqualTo(1);
        assertThat(close.said()).contains("fewer than 10 people");
        assertThat(table())
                .as("nothing was written")
                .isNotEqualTo(shown)
                .first()
                .isEqualTo("sex,value,status");
        assertThat(tabulate("--rows", "region", "--columns", "sex", "--unit", "person", "--budget", file)
                        .said())
                .contains("0 of 3");
        Command used = tabulate("--rows", "amount", "--unit", "person", "--budget", file);
        assertThat(used.exit()).isEqualTo(1);
        assertThat(used.said()).contains("budget of 3 is used up");
        assertThat(Files.readString(budget)).contains("region").doesNotContain("perturbed", "p17");
        Path other = Files.writeString(folder.resolve("other.csv"), "region\nr1\n");
        Command elsewhere = Command.taama(
                Map.of("TAAMA_RECORD_KEY_FILE", folder.resolve("secret").toString()),
                "tabulate",
                "--data",
                other.toString(),
                "--rows",
                "region",
                "--budget",
                file,
                "--out",
                "x.csv",
                "--threshold",
                "0");
        assertThat(elsewhere.exit()).isEqualTo(1);
        assertThat(elsewhere.said()).contains("another release");
    }

    /** A single arrival: the table of today is that of yesterday. Forty arrivals are shown. */
    @Test
    void aLaterReleaseDoesNotTellWhoArrived() throws IOException {
        String today = Files.readString(data());
        Path earlier = Files.writeString(folder.resolve("earlier.csv"), today);
        assertThat(tabulate("--rows", "region", "--columns", "sex", "--unit", "person", "--totals", "all")
                        .exit())
                .isZero();
        List<String> yesterday = table();
        Path one = Files.writeString(folder.resolve("one.csv"), today + "arrived,F,r1,7,3\n");
        Path many = Files.writeString(
                folder.resolve("many.csv"),
                today
                        + IntStream.range(0, 41)
                                .mapToObj(i -> (i == 0 ? "arrived" : "n" + i) + ",F,r1,7,3\n")
                                .collect(Collectors.joining()));
        assertThat(later(one, earlier.toString())).isEqualTo(yesterday);
        List<String> after = later(many, earlier + "," + one);
        assertThat(after).isNotEqualTo(yesterday).hasSameSizeAs(yesterday);
        assertThat(after.stream().filter(l -> l.startsWith("r1,M") || l.startsWith("r2")))
                .allMatch(yesterday::contains);
        Command ordered = tabulate(
                "--rows", "region", "--order", "value", "--unit", "person", "--previous-release", earlier.toString());
        assertThat(ordered.exit()).isEqualTo(1);
        Command missing = tabulate(
                "--rows",
                "region",
                "--previous-release",
                folder.resolve("nowhere.csv").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.said()).contains("nowhere.csv");
    }

    private List<String> later(Path data, String earlier) throws IOException {
        Command command = Command.taama(
                Map.of("TAAMA_RECORD_KEY_FILE", folder.resolve("secret").toString()),
                "tabulate",
                "--data",
                data.toString(),
                "--rows",
                "region",
                "--columns",
                "sex",
                "--unit",
                "person",
                "--totals",
                "all",
                "--previous-release",
                earlier,
                "--out",
                folder.resolve("t.csv").toString());
        assertThat(command.exit()).as(command.said()).isZero();
        return table();
    }

    /** No secret is made for data that are not there. */
    @Test
    void dataAreLookedForBeforeASecretIsMade() {
        Path home = folder.resolve("home");
        Command missing = Command.taama(
                Map.of("TAAMA_HOME", home.toString()),
                "tabulate",
                "--data",
                folder.resolve("none.csv").toString(),
                "--rows",
                "sex",
                "--out",
                folder.resolve("t.csv").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.lines()).singleElement().asString().contains("none.csv", "missing");
        assertThat(home.resolve("record-key")).doesNotExist();
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
