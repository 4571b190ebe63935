package ml.taama.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The migrations that a database has been through, as one fingerprint kept as its comment: when it is that of the product
 * there is nothing to migrate, and a start need not ask schema by schema.
 */
final class MigrationState {

    private static final String PREFIX = "taama migrations ";
    private static final String READ =
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()";

    private final DataSource owner;

    MigrationState(DataSource owner) {
        this.owner = owner;
    }

    /** Fingerprint of the migrations that the product brings. */
    static String ofProduct() {
        MessageDigest digest = Backup.sha256();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*/*.sql");
            Arrays.sort(files, Comparator.comparing(MigrationState::path));
            for (Resource file : files) {
                try (InputStream in = file.getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String path(Resource file) {
        try {
            return file.getURL().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> read() {
        try (Connection connection = owner.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.ofNullable(rows.getString(1))
                            .filter(t -> t.startsWith(PREFIX))
                            .map(t -> t.substring(PREFIX.length()))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked for its state", e);
        }
    }

    void write(String state) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("comment on database \"" + connection.getCatalog() + "\" is '" + PREFIX + state + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot keep its state", e);
        }
    }
}
