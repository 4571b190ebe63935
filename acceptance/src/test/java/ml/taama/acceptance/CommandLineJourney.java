package ml.taama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public command line: others script against it. */
class CommandLineJourney {

    private static final Map<String, String> NONE = Map.of();
    private static final List<String> TRACE = List.of(
            "id",
            "value",
            "unit",
            "indicator",
            "period",
            "place",
            "disaggregation",
            "source",
            "organisation",
            "section",
            "status");

    @TempDir
    Path folder;

    private static String pack(String name) {
        return Site.ROOT.resolve("packs").resolve(name).toString();
    }

    @Test
    void reportWritesFourFilesAndTheTimeOfEach() throws IOException {
        Path out = folder.resolve("new/out");
        Command report = Command.taama(NONE, "report", "--pack", pack("mali"), "--out", out.toString(), "--lang", "en");
        assertThat(report.exit()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "national-report.html",
                            "national-report.pdf",
                            "national-report.docx",
                            "national-report.trace.json");
        }
        for (String file : List.of("html", "pdf", "docx", "trace.json")) {
            assertThat(report.said()).containsPattern("national-report\\." + file + ": \\d+ ms");
        }
        String html = Files.readString(out.resolve("national-report.html"));
        assertThat(html).contains("<article class=\"report draft\" lang=\"en\">");
        String trace = Files.readString(out.resolve("national-report.trace.json"));
        int entries = count(trace, "id");
        assertThat(entries).isPositive().isEqualTo(html.split("class=\"figure\"", -1).length - 1);
        for (String key : TRACE) {
            assertThat(count(trace, key)).as(key).isEqualTo(entries);
        }
    }

    private static int count(String json, String key) {
        return json.split("\"" + key + "\"\\s*:", -1).length - 1;
    }

    @Test
    void reportRefusesWhatItDoesNotKnow() {
        String out = folder.resolve("out").toString();
        for (String[] words : new String[][] {
            {"report"},
            {"report", "--pack", pack("mali")},
            {"report", "--pack", pack("mali"), "--out", out, "--by", "month"},
            {"report", "--pack", pack("mali"), "--out", out, "--colour", "red"}
        }) {
            Command report = Command.taama(NONE, words);
            assertThat(report.exit()).as(String.join(" ", words)).isEqualTo(2);
            assertThat(report.said()).contains("Usage: ./taama report --pack DIR --out DIR");
        }
        Command report = Command.taama(NONE, "report", "--pack", pack("mali"), "--out", out, "--lang", "xx");
        assertThat(report.exit()).isEqualTo(1);
        assertThat(report.lines()).singleElement().asString().contains("--lang", "xx", "fr, en");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void checkPackNamesEveryFaultInOnePass() throws IOException {
        assertThat(Command.taama(NONE, "check-pack", pack("mali")).exit()).isZero();
        Path copy = Packs.copy(pack("mali"), folder.resolve("pack"));
        Path observations = copy.resolve("observatory/observations.csv");
        Files.writeString(observations, Files.readString(observations).replaceFirst(",10000,", ",ten thousand,"));
        Files.writeString(copy.resolve("plan/activities.csv"), "colour\nred\n");
        Command check = Command.taama(NONE, "check-pack", copy.toString());
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.lines())
                .anyMatch(l -> l.matches(".*observations\\.csv:\\d+:\\d+: .*ten thousand.*"))
                .anyMatch(l -> l.matches(".*activities\\.csv:1:\\d+: .+"));
        assertThat(Command.taama(NONE, "check-pack", folder.resolve("nothing").toString())
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void backupOfASiteAtWorkGivesAnotherMachineTheSameReport() throws IOException {
        Site site = Site.start();
        Path file = folder.resolve("taama.zip");
        Command backup = Command.taama(Map.of("TAAMA_HOME", site.home().toString()), "backup", file.toString());
        assertThat(backup.exit()).as(backup.said()).isZero();
        String hash = fingerprint(site);
        Command audit = Command.taama(Map.of("TAAMA_HOME", site.home().toString()), "verify-audit");
        assertThat(audit.exit()).as(audit.said()).isZero();
        assertThat(audit.said()).contains("The audit trail is as it was sealed");
        Command busy = Command.taama(Map.of("TAAMA_HOME", site.home().toString()), "rotate-keys");
        assertThat(busy.exit()).as(busy.said()).isEqualTo(1);
        assertThat(busy.said()).contains("Another Taama").contains("stop it");
        site.stop();
        Command rotated = Command.taama(Map.of("TAAMA_HOME", site.home().toString()), "rotate-keys");
        assertThat(rotated.exit()).as(rotated.said()).isZero();
        assertThat(rotated.said()).contains("the old keys are gone");

        Path home = folder.resolve("other");
        Map<String, String> other = Map.of("TAAMA_HOME", home.toString());
        Command restore = Command.taama(other, "restore", file.toString());
        assertThat(restore.exit()).as(restore.said()).isZero();
        Command again = Command.taama(other, "restore", file.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.lines()).singleElement().asString().contains("holds data", "Nothing was changed");

        Site restored = Site.start(other);
        assertThat(fingerprint(restored)).isEqualTo(hash);
        restored.stop();
    }

    private static String fingerprint(Site site) {
        Matcher print = Pattern.compile("Empreinte.:.([0-9a-f]{12})")
                .matcher(site.get("/fr/reports/2021").body());
        assertThat(print.find()).isTrue();
        return print.group(1);
    }

    @Test
    void whatPreventsAStartIsOneSentence() throws IOException {
        try (ServerSocket used = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = String.valueOf(used.getLocalPort());
            refuses(Map.of("TAAMA_PORT", port), "Port " + port + " is in use");
        }
        refuses(Map.of("TAAMA_PORT", "http"), "TAAMA_PORT is \"http\"");
        refuses(Map.of("TAAMA_DB_URL", "localhost"), "TAAMA_DB_URL cannot be read");
        refuses(Map.of("TAAMA_DB_URL", "postgresql://o:secret@127.0.0.1:1/taama"), "cannot be reached");
        refuses(Map.of("TAAMA_PACK", folder.resolve("none").toString()), "none");
        Path file = Files.writeString(folder.resolve("file"), "");
        refuses(Map.of("TAAMA_HOME", file.resolve("home").toString()), "cannot be read or written");
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("postgres/data"));
        Files.writeString(old.resolve("postgres/data/PG_VERSION"), "14");
        refuses(Map.of("TAAMA_HOME", old.toString()), "was made by PostgreSQL 14");
    }

    private void refuses(Map<String, String> settings, String sentence) {
        Map<String, String> all =
                new HashMap<>(Map.of("TAAMA_HOME", folder.resolve("home").toString(), "TAAMA_PORT", freePort()));
        all.putAll(settings);
        Command start = Command.taama(all, "start");
        assertThat(start.exit()).as(sentence).isEqualTo(1);
        assertThat(start.lines().size()).as(start.said()).isLessThanOrEqualTo(2);
        assertThat(start.said()).contains(sentence).doesNotContain("Exception", "secret", "\tat ");
    }

    private static String freePort() {
        try {
            return String.valueOf(Site.freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void helpListsEveryVerbAndAnUnknownOneIsRefused() {
        Command help = Command.taama(NONE, "help");
        assertThat(help.exit()).isZero();
        for (String verb : List.of(
                "start",
                "test",
                "report",
                "tabulate",
                "perturbation-table",
                "check-pack",
                "backup",
                "restore",
                "verify-audit",
                "rotate-keys",
                "bench",
                "format",
                "help")) {
            assertThat(help.said()).contains("./taama " + verb);
        }
        Command unknown = Command.taama(NONE, "restart");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.said()).startsWith("Unknown command: restart");
    }
}
