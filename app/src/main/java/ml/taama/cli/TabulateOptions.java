package ml.taama.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.tabulation.Rules;
import ml.taama.tabulation.request.Axis;
import ml.taama.tabulation.request.Comparison;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.request.RequestJson;
import ml.taama.tabulation.request.RequestText;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/** The options of {@code tabulate}, read. */
final class TabulateOptions {

    private static final String[] KNOWN = {
        "--data",
        "--schema",
        "--request",
        "--rows",
        "--columns",
        "--layers",
        "--filter",
        "--measure",
        "--unit",
        "--totals",
        "--order",
        "--top",
        "--compare",
        "--method",
        "--perturbation",
        "--threshold",
        "--zeros",
        "--record-key",
        "--budget",
        "--previous-release",
        "--out",
        "--format",
        "--chart",
        "--boundaries"
    };

    private final Options options;

    private TabulateOptions(Options options) {
        this.options = options;
    }

    /** Nothing when an option is unknown, stands twice, lacks its value, or is none of those allowed. */
    static Optional<TabulateOptions> parse(List<String> arguments) {
        return Options.parse(arguments, KNOWN)
                .filter(o -> o.has("--data", "--out") && (o.has("--rows") != o.has("--request")))
                .map(TabulateOptions::new)
                .filter(TabulateOptions::valid);
    }

    private boolean valid() {
        boolean choices = Tabulate.CHOICES.entrySet().stream()
                .allMatch(c -> value(c.getKey()).map(c.getValue()::contains).orElse(true));
        boolean numbers = List.of("--threshold", "--top").stream()
                .allMatch(n -> value(n).map(v -> v.matches("\\d{1,9}")).orElse(true));
        boolean comparison =
                value("--compare").map(c -> c.matches(".+=.+\\.\\..+")).orElse(true);
        boolean alone = !options.has("--request")
                || List.of(
                                "--columns",
                                "--layers",
                                "--filter",
                                "--measure",
                                "--totals",
                                "--order",
                                "--top",
                                "--compare")
                        .stream()
                        .noneMatch(options::has);
        boolean suppression = !suppression() || !(options.has("--perturbation") || options.has("--record-key"));
        return choices && numbers && comparison && alone && suppression;
    }

    Optional<String> value(String name) {
        return options.has(name) ? Optional.of(options.value(name, "")) : Optional.empty();
    }

    Path data() {
        return Path.of(options.value("--data", ""));
    }

    Path out() {
        return Path.of(options.value("--out", ""));
    }

    /** Files of the earlier releases, the oldest first. */
    List<Path> previous() {
        return value("--previous-release").stream()
                .flatMap(files -> Arrays.stream(files.split(",")))
                .filter(file -> !file.isBlank())
                .map(file -> Path.of(file.strip()))
                .toList();
    }

    /** The format asked for, or that of the name of the file. */
    String format() {
        String name = out().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        List<String> formats = Tabulate.CHOICES.getOrDefault("--format", List.of());
        return value("--format").orElse(formats.contains(ending) ? ending : "csv");
    }

    boolean suppression() {
        return value("--method").filter("suppression"::equals).isPresent();
    }

    Rules rules(boolean replay) {
        Rules rules = Rules.DEFAULT.threshold(
                Integer.parseInt(options.value("--threshold", String.valueOf(Rules.DEFAULT.threshold()))));
        String zeros = options.value("--zeros", suppression() || replay ? "show" : "hide");
        return zeros.equals("show") ? rules.showingZeros() : rules;
    }

    TableRequest request() {
        if (options.has("--request")) {
            return fromFile(Path.of(options.value("--request", "")));
        }
        List<Measure> measures = value("--measure").map(RequestText::measures).orElse(List.of());
        return new TableRequest(
                axes("--rows"),
                axes("--columns"),
                axes("--layers"),
                value("--filter").map(RequestText::filter).orElse(List.of()),
                measures,
                value("--compare").map(TabulateOptions::comparison),
                ordering());
    }

    private static TableRequest fromFile(Path file) {
        try {
            return RequestJson.parse(Files.readString(file), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw FaultsException.of(Fault.Code.FILE_UNREADABLE, file.toString());
        }
    }

    private List<Axis> axes(String name) {
        List<String> totals = Arrays.asList(options.value("--totals", "").split(","));
        List<Axis> axes = new ArrayList<>();
        for (Axis axis : RequestText.axes(options.value(name, ""))) {
            axes.add(totals.contains("all") || totals.contains(axis.variable()) ? axis.withTotal() : axis);
        }
        return axes;
    }

    private Ordering ordering() {
        String by = options.value("--order", options.has("--top") ? "value" : "list");
        return switch (by) {
            case "value" -> new Ordering(Ordering.By.VALUE, true, top());
            case "label" -> new Ordering(Ordering.By.LABEL, false, top());
            default -> Ordering.NONE;
        };
    }

    private int top() {
        return Integer.parseInt(options.value("--top", "0"));
    }

    private static Comparison comparison(String text) {
        int equals = text.indexOf('=');
        int dots = text.indexOf("..", equals);
        return new Comparison(text.substring(0, equals), text.substring(equals + 1, dots), text.substring(dots + 2));
    }
}
