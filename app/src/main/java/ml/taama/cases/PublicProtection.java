package ml.taama.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import ml.taama.cases.PublicTable.Subject;
import ml.taama.tabulation.Gate;
import ml.taama.tabulation.KeySource;
import ml.taama.tabulation.Method;
import ml.taama.tabulation.ProtectedTable;
import ml.taama.tabulation.Release;
import ml.taama.tabulation.Rules;
import ml.taama.tabulation.Source;
import ml.taama.tabulation.Succession;
import ml.taama.tabulation.Unprotected;
import ml.taama.tabulation.perturbation.PerturbationDesign;
import ml.taama.tabulation.perturbation.PerturbationTable;
import ml.taama.tabulation.perturbation.RecordKeys;
import ml.taama.tabulation.request.Axis;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.Schema;
import ml.taama.tabulation.schema.Unit;

/**
 * Counts rows and protects every figure: noise by cell keys that is the same for the same people in every table and release,
 * nothing below the threshold, and cells that changed by a few people since the last release counted as they were then. Figures
 * of services are shown only where enough people received them and nobody received most of them.
 */
final class PublicProtection {

    /** Figures below it are not shown; a cell changes once so many people came or went. */
    static final int THRESHOLD = Rules.DEFAULT.threshold();

    /** Largest noise. */
    static final int NOISE = 4;

    /** Part of the series: another table would give the same people another noise. */
    private static final PerturbationTable TABLE = new PerturbationDesign(NOISE, 2, 3, 256, 750).table();

    private static final Gate GATE = new Gate(new Method.CellKey(TABLE, false), Rules.DEFAULT);

    private final List<PublicRows> releases;
    private final PublicCodes codes;
    private final RecordKeys keys;

    /**
     * A protection.
     *
     * @param releases rows of every release, the oldest first; the last are those to protect
     */
    PublicProtection(List<PublicRows> releases, PublicCodes codes, RecordKeys keys) {
        this.releases = List.copyOf(releases);
        this.codes = codes;
        this.keys = keys;
    }

    /** The figures of all tables; a table whose cells are too many for its people has none. */
    List<PublicFigure> figures() {
        List<PublicFigure> figures = new ArrayList<>();
        Path folder = folder();
        try (Series people = open(folder, Subject.ASSISTANCE, codes.assistance(Unit.Kind.PEOPLE, "person"));
                Series services = open(folder, Subject.ASSISTANCE, codes.assistance(Unit.Kind.ASSISTANCES, "service"));
                Series cases = open(folder, Subject.CASES, codes.cases());
                Series referrals = open(folder, Subject.REFERRALS, codes.referrals())) {
            for (PublicTable table : PublicTable.ALL) {
                Series counted = switch (table.subject()) {
                    case ASSISTANCE -> people;
                    case CASES -> cases;
                    case REFERRALS -> referrals;
                };
                counted.table(table).ifPresent(shown -> {
                    add(figures, table, table.subject().measure(), shown, List.of());
                    if (table.services()) {
                        people.received(table)
                                .ifPresent(received -> services.table(table)
                                        .ifPresent(t -> add(figures, table, "services", t, List.of(shown, received))));
                    }
                });
            }
        } finally {
            delete(folder);
        }
        return figures;
    }

    /** The figures of a table, each shown where the other tables show theirs. */
    private static void add(
            List<PublicFigure> figures,
            PublicTable table,
            String measure,
            ProtectedTable shown,
            List<ProtectedTable> others) {
        for (int line = 0; line < shown.lines(); line++) {
            int cell = line;
            List<String> categories = new ArrayList<>();
            for (int dimension = 0; dimension < shown.dimensions().size(); dimension++) {
                categories.add(shown.node(line, dimension).code());
            }
            OptionalDouble value = shown.value(line, 0);
            boolean all = value.isPresent()
                    && others.stream().allMatch(o -> o.value(cell, 0).isPresent());
            figures.add(new PublicFigure(
                    table.name(),
                    line,
                    measure,
                    categories,
                    all ? Optional.of(BigDecimal.valueOf(Math.round(value.getAsDouble()))) : Optional.empty()));
        }
    }

    private Series open(Path folder, Subject subject, Schema schema) {
        List<Release> opened = new ArrayList<>();
        for (PublicRows rows : releases) {
            try {
                Path file = Files.createTempFile(folder, subject.word(), ".csv");
                Files.write(file, rows.file(subject));
                opened.add(Release.open(Source.of(file, new KeySource.Secret(keys))
                        .described(schema)
                        .on(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Series(opened);
    }

    /** The same rows in every release of the series, opened. */
    private record Series(List<Release> releases) implements AutoCloseable {

        /** The latest table, held against all earlier ones. */
        Optional<ProtectedTable> table(PublicTable table) {
            TableRequest request = request(table);
            Optional<Unprotected> shown = Optional.empty();
            for (Release release : releases) {
                Unprotected counted = release.count(request);
                shown = Optional.of(shown.map(before -> Succession.held(counted, before, THRESHOLD))
                        .orElse(counted));
            }
            return shown.flatMap(PublicProtection::protect);
        }

        /** How often the people of each cell were helped, as it is now. */
        Optional<ProtectedTable> received(PublicTable table) {
            return protect(releases.getLast().count(request(table).measuring(new Measure.Records())));
        }

        @Override
        public void close() {
            releases.forEach(Release::close);
        }
    }

    private static TableRequest request(PublicTable table) {
        return new TableRequest(
                        List.of(Axis.of(table.rows())),
                        table.columns().isEmpty() ? List.of() : List.of(Axis.of(table.columns())),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Ordering.NONE)
                .withTotals();
    }

    private static Optional<ProtectedTable> protect(Unprotected counted) {
        try {
            return Optional.of(GATE.protect(counted).table());
        } catch (FaultsException refused) {
            if (refused.faults().stream().allMatch(f -> f.code() == Fault.Code.TOO_SPARSE)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("taama-release");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
