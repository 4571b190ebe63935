package ml.taama.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a run produced: {@code pairs.csv}, {@code clusters.csv}, {@code model.json}, {@code evaluation.json}. */
public final class LinkFiles {

    private static final int BUFFER = 1 << 20;

    private LinkFiles() {}

    /**
     * A sink that writes {@code left_id,right_id,match_weight,match_probability,pattern,rule}; lines are made on the
     * threads that compare.
     */
    public static PairFile pairs(Path file, Linker linker) throws IOException {
        return new PairFile(file, linker);
    }

    /** Pairs as CSV. */
    public static final class PairFile implements PairSink, AutoCloseable {

        private final Linker linker;
        private final OutputStream out;
        private long written;

        private PairFile(Path file, Linker linker) throws IOException {
            this.linker = linker;
            this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
            out.write("left_id,right_id,match_weight,match_probability,pattern,rule\n".getBytes(UTF_8));
        }

        @Override
        public Runnable take(List<Pair> pairs) {
            StringBuilder lines = new StringBuilder(pairs.size() * 64);
            for (Pair pair : pairs) {
                cell(lines, linker.id(pair.left())).append(',');
                cell(lines, linker.id(pair.right())).append(',');
                lines.append(pair.weight())
                        .append(',')
                        .append(pair.probability())
                        .append(',');
                lines.append(pair.pattern()).append(',').append(pair.rule()).append('\n');
            }
            byte[] bytes = lines.toString().getBytes(UTF_8);
            return () -> {
                try {
                    out.write(bytes);
                    written += pairs.size();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        }

        /** Number of pairs written. */
        public long written() {
            return written;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /**
     * Every record with its person: {@code source,id,cluster_id}.
     *
     * @param names of the clusters, one for each record
     */
    public static void clusters(Path file, Linker linker, List<String> sources, List<String> names) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            out.write("source,id,cluster_id\n".getBytes(UTF_8));
            StringBuilder line = new StringBuilder();
            for (int record = 0; record < linker.size(); record++) {
                line.setLength(0);
                cell(line, sources.get(linker.source(record))).append(',');
                cell(line, linker.id(record)).append(',');
                cell(line, names.get(record)).append('\n');
                out.write(line.toString().getBytes(UTF_8));
            }
        }
    }

    /** The model as used. */
    public static void model(Path file, Model model) throws IOException {
        Files.writeString(file, ModelFile.write(model));
    }

    /** Quality at the threshold, and at the best one. */
    public static void evaluation(Path file, Evaluation evaluation, double threshold) throws IOException {
        ObjectNode root = ModelFile.JSON.createObjectNode();
        quality(root, evaluation, evaluation.atThreshold(), threshold);
        quality(
                root.putObject("best"),
                evaluation,
                evaluation.best(),
                Probabilities.of(evaluation.best().weight()));
        for (Evaluation.Group group : evaluation.groups()) {
            quality(
                    root.withArray("groups")
                            .addObject()
                            .put("field", group.field())
                            .put("value", group.value()),
                    group.quality());
        }
        Files.writeString(file, ModelFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static void quality(ObjectNode node, Evaluation evaluation, Evaluation.Quality quality, double threshold) {
        node.put("threshold", threshold);
        node.put("match_weight", quality.weight());
        node.put("pairs", evaluation.pairs());
        node.put("candidates", evaluation.candidates());
        node.put("pairs_completeness", evaluation.pairsCompleteness());
        quality(node, quality);
    }

    private static void quality(ObjectNode node, Evaluation.Quality quality) {
        node.put("precision", quality.precision());
        node.put("recall", quality.recall());
        node.put("f1", quality.f1());
        interval(node, "precision_interval", quality.precisionInterval());
        interval(node, "recall_interval", quality.recallInterval());
        node.put("true_links", quality.right());
        node.put("false_links", quality.wrong());
        node.put("missed", quality.missed());
    }

    private static void interval(ObjectNode node, String name, Evaluation.Interval interval) {
        node.putArray(name).add(interval.low()).add(interval.high());
    }

    /** A cell of CSV after RFC 4180. */
    static StringBuilder cell(StringBuilder line, String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return line.append(text);
        }
        return line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
}
