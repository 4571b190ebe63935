package ml.taama.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.tabulation.ProtectedTable;
import ml.taama.tabulation.output.TableBytes;
import ml.taama.tabulation.output.TablePicture;
import ml.taama.tabulation.output.Words;

/** Writes a protected table into a file: whole, or not at all. */
final class TableFile {

    private TableFile() {}

    static void write(ProtectedTable table, TabulateOptions options, Console console) {
        Words words = (key, arguments) -> console.messages().text(console.language(), key, arguments);
        byte[] bytes = switch (options.format()) {
            case "json" -> TableBytes.json(table, words);
            case "html" -> TableBytes.html(table, words, console.language());
            case "xlsx" -> TableBytes.xlsx(table, words);
            case "svg" ->
                TablePicture.svg(
                        table,
                        words,
                        console.language(),
                        options.value("--chart"),
                        options.value("--boundaries").map(Path::of));
            default -> TableBytes.csv(table);
        };
        Path out = options.out().toAbsolutePath();
        try {
            Files.createDirectories(out.getParent());
            Path part = Files.createTempFile(out.getParent(), "table", ".part");
            Files.write(part, bytes);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, out).causedBy(e);
        }
    }
}
