package ml.taama.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void keepsASecretForItsOwnerOnly() throws IOException {
        String secret;
        try (DataFolder home = DataFolder.open(folder.resolve("new/home"))) {
            secret = home.secret("database-owner");
        }
        assertThat(secret).matches("[0-9a-f]{48}");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("new/home/secrets/database-owner"))))
                .isEqualTo("rw-------");
        try (DataFolder home = DataFolder.open(folder.resolve("new/home"))) {
            assertThat(home.secret("database-owner")).isEqualTo(secret);
            assertThat(home.secret("another")).isNotEqualTo(secret);
        }
        assertThat(DataFolder.keptSecret(folder.resolve("new/home"), "database-owner"))
                .contains(secret);
        assertThat(DataFolder.keptSecret(folder, "database-owner")).isEmpty();
    }

    @Test
    void belongsToOneProcessAtATime() {
        try (DataFolder _ = DataFolder.open(folder)) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> DataFolder.open(folder))
                    .matches(p -> p.code().equals(PlatformProblem.FOLDER_IN_USE.code()));
        }
        DataFolder.open(folder).close();
    }

    @Test
    void saysWhereItMayNotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("home")))
                .matches(p -> p.code().equals(PlatformProblem.NO_PERMISSION.code()));
    }
}
