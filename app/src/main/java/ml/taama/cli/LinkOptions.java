package ml.taama.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ml.taama.linkage.Field;
import ml.taama.linkage.Model;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.Model.Text;

/** What {@code link} is asked, checked. */
record LinkOptions(
        Path model,
        Path input,
        Optional<Path> right,
        Path out,
        Optional<Double> threshold,
        boolean train,
        Optional<String> truth,
        Optional<String> id,
        Optional<Path> previous,
        Optional<Text> text,
        int threads,
        Optional<Locale> language) {

    static Optional<LinkOptions> parse(List<String> words) {
        Optional<Options> given = Options.parse(
                        words,
                        "--model",
                        "--input",
                        "--right",
                        "--out",
                        "--threshold",
                        "--train",
                        "--truth",
                        "--id",
                        "--previous",
                        "--text",
                        "--threads",
                        "--lang")
                .filter(o -> o.has("--model", "--input", "--out"));
        try {
            return given.map(LinkOptions::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LinkOptions of(Options given) {
        Optional<Double> threshold = given.find("--threshold").map(Double::valueOf);
        if (threshold.isPresent() && !(threshold.get() >= 0 && threshold.get() <= 1)) {
            throw new IllegalArgumentException("--threshold");
        }
        int threads = Integer.parseInt(
                given.value("--threads", String.valueOf(Runtime.getRuntime().availableProcessors())));
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("--threads");
        }
        String lang = given.value("--lang", "");
        if (!Set.of("", "fr", "en").contains(lang)) {
            throw new IllegalArgumentException("--lang");
        }
        return new LinkOptions(
                Path.of(given.value("--model", "")),
                Path.of(given.value("--input", "")),
                given.find("--right").map(Path::of),
                Path.of(given.value("--out", "")),
                threshold,
                given.has("--train"),
                given.find("--truth"),
                given.find("--id"),
                given.find("--previous").map(Path::of),
                given.find("--text").map(t -> Text.valueOf(t.toUpperCase(Locale.ROOT))),
                threads,
                lang.isEmpty() ? Optional.empty() : Optional.of(Locale.of(lang)));
    }

    List<Path> inputs() {
        return right.map(r -> List.of(input, r)).orElse(List.of(input));
    }

    /** The model with what the command line says of it. Two files are linked with each other unless the model dedupes too. */
    Model apply(Model read) {
        Model model = id.map(read::withId).orElse(read);
        if (right.isPresent() && model.sources() == Sources.DEDUPE) {
            model = model.with(Sources.LINK);
        }
        if (threshold.isPresent() && threshold.get() > 0) {
            model = model.withThreshold(threshold.get());
        }
        return text.isPresent() ? model.with(text.get()) : model;
    }

    /** The least probability to write; links are made from the model's threshold on. */
    double least(Model used) {
        return threshold.orElse(used.threshold());
    }

    /** The columns that the model and the options need; no others are kept in memory. */
    Set<String> columns(Model used) {
        Set<String> columns = new HashSet<>();
        used.fields().stream().map(Field::column).forEach(columns::add);
        columns.add(used.id());
        truth.ifPresent(columns::add);
        return columns;
    }

    /** The day on which the newest of some files was written. */
    static LocalDate modified(List<Path> files) throws IOException {
        LocalDate last = LocalDate.EPOCH;
        for (Path file : files) {
            LocalDate day = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
            last = Stream.of(last, day).max(LocalDate::compareTo).orElse(last);
        }
        return last;
    }
}
