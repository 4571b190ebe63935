package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The embedded database of a data folder, as its owner sees it. */
final class Owner {

    private static final int PORT = 3;

    private Owner() {}

    static Connection connect(Path home) throws IOException, SQLException {
        List<String> server = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        String password =
                Files.readString(home.resolve("secrets/database-owner")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.get(PORT).strip() + "/taama", "taama", password);
    }
}
