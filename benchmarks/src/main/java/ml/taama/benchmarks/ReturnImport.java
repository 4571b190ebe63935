package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long does a return of 50,000 rows take to be read, checked and shown, and how long to be kept, beside PostgreSQL's
 * COPY of the same rows into a table with the same columns and indexes? Command: {@code ./taama bench return}.
 */
final class ReturnImport {

    private static final int DAYS = 1_250;
    private static final int PLACES = 40;
    private static final int ROUNDS = 3;

    private ReturnImport() {}

    static void run() throws IOException, InterruptedException, SQLException {
        Path home = Product.newHome();
        List<Double> checked = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        List<Double> copied = new ArrayList<>();
        try (Product product = Product.start(home, Map.of("TAAMA_MEMORY", "1g"))) {
            for (String person : List.of("focal-point", "focal-point-2")) {
                measure(Person.signIn(product, person + "@demo.example"), checked, kept);
            }
            for (int round = 0; round < ROUNDS; round++) {
                copied.add(copy(home));
            }
        }
        double save = Figures.median(kept);
        double baseline = Figures.median(copied);
        System.out.printf("%n| a return of %,d rows | median s | worst s |%n|---|---:|---:|%n", DAYS * PLACES);
        System.out.printf(
                "| sent, read, checked, every fault shown | %.2f | %.2f |%n",
                Figures.median(checked), Figures.worst(checked));
        System.out.printf("| read and checked again, kept | %.2f | %.2f |%n", save, Figures.worst(kept));
        System.out.printf("| COPY of the same rows, same indexes | %.2f | %.2f |%n", baseline, Figures.worst(copied));
        System.out.printf("%nKept: %.1f times the time of COPY.%n", save / baseline);
    }

    private static void measure(Person person, List<Double> checked, List<Double> kept)
            throws IOException, InterruptedException {
        Matcher link = Pattern.compile("href=\"(/fr/work/returns/\\d+)\"").matcher(person.get("/fr/work/returns"));
        if (!link.find()) {
            throw new IOException("No return to fill");
        }
        String address = link.group(1);
        person.get(address);
        long start = System.nanoTime();
        String preview = person.upload(address + "/uploads", "rows.csv", csv());
        checked.add(Figures.secondsSince(start));
        Matcher keep = Pattern.compile("action=\"([^\"]+/keeping)\"").matcher(preview);
        if (!keep.find() || preview.contains("name=\"good\"")) {
            throw new IOException("The rows are not faultless");
        }
        start = System.nanoTime();
        person.post(keep.group(1), "");
        kept.add(Figures.secondsSince(start));
    }

    private static byte[] csv() throws IOException {
        List<String> places = Files.readAllLines(Product.ROOT.resolve("packs/mali/reference/places.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .limit(PLACES)
                .toList();
        StringBuilder csv = new StringBuilder("Indicateur,Période,Lieu,Valeur,Source\n");
        LocalDate first = LocalDate.of(2022, 1, 1);
        for (int day = 0; day < DAYS; day++) {
            for (String place : places) {
                csv.append("C36,")
                        .append(first.plusDays(day))
                        .append(',')
                        .append(place)
                        .append(',')
                        .append(day % 97)
                        .append(",Registre\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What was kept, written to a file by the server and copied into a table like the one it came from. */
    private static double copy(Path home) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("taama-copy");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Connection connection = Owner.connect(home);
                Statement statement = connection.createStatement()) {
            String file = folder.resolve("rows").toString();
            statement.execute(
                    "copy (select * from collection.value where return = (select min(return) from collection.value)) to '"
                            + file + "'");
            statement.execute("drop table if exists public.copied");
            statement.execute("create table public.copied (like collection.value including all)");
            long start = System.nanoTime();
            statement.execute("copy public.copied from '" + file + "'");
            double seconds = Figures.secondsSince(start);
            statement.execute("drop table public.copied");
            return seconds;
        }
    }
}
