package ml.taama.linkage;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ml.taama.linkage.tables.TableReader;

/** A model or a table is read, or refused with a fault; nothing else. Fuzz with {@code JAZZER_FUZZ=1}. */
class ParsersFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void model(FuzzedDataProvider data) {
        try {
            ModelFile.parse(data.consumeRemainingAsString());
        } catch (LinkageException e) {
            return;
        }
    }

    @FuzzTest(maxDuration = "1m")
    void levelOfSplink(FuzzedDataProvider data) {
        try {
            new SplinkCondition(new SplinkFields()).read(data.consumeRemainingAsString());
        } catch (SqlParser.Unexpected | LinkageException e) {
            return;
        }
    }

    @FuzzTest(maxDuration = "1m")
    void table(FuzzedDataProvider data) throws IOException {
        Path file = Files.createTempFile("fuzz", ".csv");
        try {
            Files.write(file, data.consumeRemainingAsBytes());
            TableReader.all().read(file);
        } catch (LinkageException e) {
            return;
        } finally {
            Files.delete(file);
        }
    }
}
