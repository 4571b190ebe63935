package ml.taama.reference.packs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a pack that are no tables: Markdown, properties, GeoJSON; each becomes rows of named cells. */
final class FolderFiles {

    /** A row of cells by column, and its place. */
    record Raw(String file, int line, Map<String, PackCell> cells) {}

    private final Path pack;
    private final Faults faults;

    FolderFiles(Path pack, Faults faults) {
        this.pack = pack;
        this.faults = faults;
    }

    /** {@code <folder>/<cycle>/<section>.<language>.md}. */
    List<Raw> markdown(String folder) {
        List<Raw> rows = new ArrayList<>();
        for (Path path : files(folder, ".md")) {
            String file = pack.relativize(path).toString().replace('\\', '/');
            String[] name = path.getFileName().toString().split("\\.");
            if (name.length != 3) {
                faults.add(file, 1, 1, "markdown-name", path.getFileName().toString());
                continue;
            }
            text(path, file).ifPresent(text -> {
                Map<String, PackCell> cells = new HashMap<>();
                cells.put("cycle", cell(folderOf(path)));
                cells.put("section", cell(name[0]));
                cells.put("language", cell(name[1]));
                cells.put("markdown", cell(text));
                rows.add(new Raw(file, 1, cells));
            });
        }
        return rows;
    }

    /** {@code <folder>/<language>.properties}. */
    List<Raw> properties(String folder) {
        List<Raw> rows = new ArrayList<>();
        for (Path path : files(folder, ".properties")) {
            String file = pack.relativize(path).toString().replace('\\', '/');
            String language = path.getFileName().toString().replace(".properties", "");
            Properties words = new Properties();
            try {
                words.load(new StringReader(text(path, file).orElse("")));
            } catch (IOException | IllegalArgumentException e) {
                faults.add(file, 1, 1, "properties");
            }
            for (String key : words.stringPropertyNames().stream().sorted().toList()) {
                rows.add(new Raw(
                        file,
                        1,
                        Map.of("language", cell(language), "key", cell(key), "text", cell(words.getProperty(key)))));
            }
        }
        return rows;
    }

    /** {@code <folder>/<code>.json}. */
    List<Raw> json(String folder, String column) {
        List<Raw> rows = new ArrayList<>();
        for (Path path : files(folder, ".json")) {
            String file = pack.relativize(path).toString().replace('\\', '/');
            String code = path.getFileName().toString().replace(".json", "");
            text(path, file)
                    .ifPresent(text ->
                            rows.add(new Raw(file, 1, Map.of("code", cell(code), column, cell(text.strip())))));
        }
        return rows;
    }

    /** A feature collection: the properties of each feature are its cells, and {@code geometry}. */
    List<Raw> geoJson(String file) {
        Path path = pack.resolve(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            JsonNode root =
                    JsonMapper.builder().build().readTree(text(path, file).orElse("{}"));
            List<Raw> rows = new ArrayList<>();
            for (JsonNode feature : root.path("features")) {
                Map<String, PackCell> cells = new HashMap<>();
                feature.path("properties")
                        .properties()
                        .forEach(p -> cells.put(p.getKey(), cell(p.getValue().asString(""))));
                cells.put("geometry", cell(feature.path("geometry").toString()));
                rows.add(new Raw(file, 1, cells));
            }
            return rows;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            faults.add(file, line, column, "json");
            return List.of();
        }
    }

    private static String folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? "" : folder.getFileName().toString();
    }

    private static PackCell cell(String text) {
        return new PackCell(text, 1, 1);
    }

    private List<Path> files(String folder, String ending) {
        Path root = pack.resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file; bytes that are not UTF-8 are a fault, and so is U+0000, which PostgreSQL cannot keep. */
    Optional<String> text(Path path, String file) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return Optional.of(text);
            }
            faults.add(file, 1, 1, "control", file);
        } catch (CharacterCodingException e) {
            faults.add(file, 1, 1, "encoding", file);
        } catch (IOException e) {
            faults.add(file, 1, 1, "unreadable", file);
        }
        return Optional.empty();
    }
}
