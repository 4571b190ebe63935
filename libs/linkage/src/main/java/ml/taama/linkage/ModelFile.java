package ml.taama.linkage;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes models: our own JSON ({@code model.schema.json}), and the settings and trained models of Splink 4. */
public final class ModelFile {

    static final JsonMapper JSON = JsonMapper.shared();

    private ModelFile() {}

    /**
     * Reads a model file of either kind.
     *
     * @throws LinkageException naming what is wrong
     */
    public static Model read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new LinkageException(Fault.UNREADABLE_FILE, file, "no such file");
        } catch (MalformedInputException e) {
            throw new LinkageException(Fault.UNREADABLE_FILE, file, "UTF-8");
        } catch (IOException e) {
            throw new LinkageException(Fault.UNREADABLE_FILE, file, e.getClass().getSimpleName());
        }
    }

    /**
     * Reads a model of either kind.
     *
     * @throws LinkageException naming what is wrong
     */
    public static Model parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.isObject()) {
                throw new LinkageException(Fault.BAD_MODEL, "", root.getNodeType(), "object");
            }
            return root.has("blocking_rules_to_generate_predictions")
                            || root.path("comparisons").path(0).has("comparison_levels")
                    ? SplinkModel.read(root)
                    : ModelReader.read(root);
        } catch (JacksonException e) {
            throw new LinkageException(Fault.NOT_JSON, String.valueOf(e.getOriginalMessage()));
        }
    }

    /** Our own JSON, indented. */
    public static String write(Model model) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ModelWriter.write(model)) + "\n";
    }
}
