package ml.taama.reference.packs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ml.taama.platform.text.LocalText;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code pack.yaml}, listing its faults with their places. */
final class ManifestFile {

    static final String NAME = "pack.yaml";

    private static final Set<String> KEYS =
            Set.of("code", "kind", "name", "languages", "country", "flag", "licence", "requires");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern COLUMN = Pattern.compile("(?:title|name|text)_([a-z]{2,3})\\b");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final Faults faults;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private ManifestFile(Faults faults) {
        this.faults = faults;
    }

    /** The manifest of a pack, or nothing when it is so wrong that nothing else can be read. */
    static Optional<PackManifest> read(Path pack, Faults faults) {
        Path file = pack.resolve(NAME);
        if (!Files.isReadable(file)) {
            faults.add(NAME, 1, 1, "no-file", NAME);
            return Optional.empty();
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Node root = new Yaml().compose(new StringReader(text));
            return new ManifestFile(faults).manifest(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark() == null ? 1 : e.getProblemMark().getColumn() + 1;
            faults.add(NAME, line, column, "yaml");
            return Optional.empty();
        } catch (YAMLException e) {
            faults.add(NAME, 1, 1, "yaml");
            return Optional.empty();
        } catch (IOException e) {
            faults.add(NAME, 1, 1, "encoding", NAME);
            return Optional.empty();
        }
    }

    /**
     * What a manifest that cannot be read most likely said, to find what else is wrong: the languages of the columns, and
     * the global pack where there is one. Nothing where there is no manifest at all.
     */
    static Optional<PackManifest> guess(Path pack, boolean global) {
        if (!Files.exists(pack.resolve(NAME))) {
            return Optional.empty();
        }
        Set<String> languages = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                Matcher column = COLUMN.matcher(firstLine(file));
                while (column.find()) {
                    languages.add(column.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String code = pack.getFileName() == null ? "pack" : pack.getFileName().toString();
        List<Locale> locales = languages.stream().map(Locale::of).toList();
        return locales.isEmpty()
                ? Optional.empty()
                : Optional.of(new PackManifest(
                        code,
                        "country",
                        LocalText.of(locales.getFirst(), code),
                        locales,
                        "",
                        List.of(),
                        "",
                        global ? List.of("global") : List.of()));
    }

    private static String firstLine(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
    }

    private Optional<PackManifest> manifest(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            faults.add(NAME, 1, 1, "yaml-keys", allKeys());
            return Optional.empty();
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!KEYS.contains(key)) {
                fault(tuple.getKeyNode(), "yaml-key", key, allKeys());
            }
            nodes.put(key, tuple.getValueNode());
        }
        String code = scalar("code", CODE);
        String kind = scalar("kind", Pattern.compile("global|country"));
        List<String> languages = list("languages", LANGUAGE, true);
        Map<String, String> name = texts("name");
        String country = kind.equals("country") ? scalar("country", Pattern.compile("[A-Z]{2}")) : "";
        List<String> flag = list("flag", COLOUR, false);
        String licence = scalar("licence", Pattern.compile(".+"));
        List<String> requires = list("requires", CODE, false);
        if (code.isEmpty() || languages.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        List<Locale> locales = languages.stream().map(Locale::of).toList();
        return Optional.of(
                new PackManifest(code, kind, new LocalText(name), locales, country, flag, licence, requires));
    }

    private static String allKeys() {
        return String.join(", ", KEYS.stream().sorted().toList());
    }

    private String scalar(String key, Pattern shape) {
        Node node = nodes.get(key);
        if (node == null) {
            faults.add(NAME, 1, 1, "yaml-missing", key);
            return "";
        }
        if (node instanceof ScalarNode scalar
                && shape.matcher(scalar.getValue()).matches()) {
            return scalar.getValue();
        }
        fault(node, "yaml-value", key, shape.pattern());
        return "";
    }

    private List<String> list(String key, Pattern shape, boolean required) {
        Node node = nodes.get(key);
        List<String> found = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar
                        && shape.matcher(scalar.getValue()).matches()) {
                    found.add(scalar.getValue());
                } else {
                    fault(item, "yaml-value", key, shape.pattern());
                }
            }
        } else if (node != null) {
            fault(node, "yaml-list", key);
        }
        if (required && found.isEmpty()) {
            faults.add(NAME, 1, 1, "yaml-missing", key);
        }
        return found;
    }

    private Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (nodes.get(key) instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode language
                        && tuple.getValueNode() instanceof ScalarNode text) {
                    texts.put(language.getValue(), text.getValue());
                }
            }
        }
        if (texts.isEmpty()) {
            faults.add(NAME, 1, 1, "yaml-missing", key);
        }
        return texts;
    }

    private void fault(Node node, String key, Object... arguments) {
        faults.add(NAME, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, key, arguments);
    }
}
