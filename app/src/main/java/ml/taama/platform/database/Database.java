package ml.taama.platform.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import ml.taama.platform.home.DataFolder;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of an installation, migrated and ready. Two roles: the owner, who migrates, backs up and restores; and
 * the application, which owns nothing.
 */
public final class Database implements AutoCloseable {

    private static final int OLDEST = 150000;
    private static final String DEFAULT_NAME = "taama";
    private static final String OWNER_SECRET = "database-owner";
    private static final String INSTALLATION_SECRET = "installation";

    private final Credentials owner;
    private final Credentials application;
    private final String secret;
    private final AutoCloseable server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Database(Credentials owner, String secret, AutoCloseable server) {
        this.owner = owner;
        this.secret = secret;
        this.server = server;
        String role = databaseName() + "_app";
        this.application = new Credentials(
                owner.address(), role.substring(0, Math.min(63, role.length())), derive(owner.password(), role));
    }

    /** The embedded database of a data folder, migrated; it keeps the folder for itself until it is closed. */
    public static Database embedded(DataFolder home, Path cache) {
        return embedded(home, cache, home.secret(INSTALLATION_SECRET));
    }

    /** The same with a secret of the installation that is kept elsewhere. */
    public static Database embedded(DataFolder home, Path cache, String secret) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(cache, home.resolve("postgres"), home.secret(OWNER_SECRET));
        return of(postgres, home.secret(OWNER_SECRET), secret, () -> {
            postgres.close();
            home.close();
        });
    }

    /** The embedded database that another process runs in a data folder, for a backup while people work. */
    public static Optional<Database> running(Path home, Optional<String> secret) {
        Optional<String> address = EmbeddedPostgres.running(home.resolve("postgres"), DEFAULT_NAME);
        Optional<String> password = DataFolder.keptSecret(home, OWNER_SECRET);
        return address.isEmpty() || password.isEmpty()
                ? Optional.empty()
                : Optional.of(new Database(
                        new Credentials(address.get(), EmbeddedPostgres.OWNER, password.get()),
                        secret.orElseGet(() -> DataFolder.secret(home, INSTALLATION_SECRET)),
                        () -> {}));
    }

    /**
     * A database of an external server, migrated; the text names its owner (see {@code docs/operations.md}). Keys follow from
     * the secret of the installation.
     */
    public static Database external(String address, String secret) {
        Database database = new Database(Credentials.parse(address), secret, () -> {});
        database.prepare();
        return database;
    }

    /** A database of an external server whose keys follow from the password of its owner: for a trial. */
    public static Database external(String address) {
        return external(address, Credentials.parse(address).password());
    }

    /** The database of a server that closing the database also ends. */
    static Database on(EmbeddedPostgres postgres, String password, AutoCloseable closing) {
        return of(postgres, password, password, closing);
    }

    private static Database of(EmbeddedPostgres postgres, String password, String secret, AutoCloseable closing) {
        String name = DEFAULT_NAME;
        PGSimpleDataSource admin =
                dataSource(new Credentials(postgres.address("postgres"), EmbeddedPostgres.OWNER, password));
        try (Connection connection = admin.getConnection()) {
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name);
            }
        } catch (SQLException e) {
            throw Problem.of(PlatformProblem.NO_DATABASE, postgres.address(name), String.valueOf(e.getMessage()))
                    .causedBy(e);
        }
        Database database = new Database(
                new Credentials(postgres.address(name), EmbeddedPostgres.OWNER, password), secret, closing);
        database.prepare();
        return database;
    }

    private void prepare() {
        try (Connection connection = ownerDataSource().getConnection()) {
            int version = Integer.parseInt(single(connection, "show server_version_num"));
            if (version < OLDEST) {
                throw Problem.of(PlatformProblem.OLD_POSTGRES, single(connection, "show server_version"));
            }
            role(connection);
        } catch (SQLException e) {
            throw Problem.of(PlatformProblem.NO_DATABASE, owner.address(), String.valueOf(e.getMessage()))
                    .causedBy(e);
        }
        Migrations.run(ownerDataSource(), application.user());
    }

    /** Makes the application's role, or gives it the password that follows from the owner's. */
    private void role(Connection connection) throws SQLException {
        String role = application.user();
        if (exists(connection, "select 1 from pg_roles where rolname = ? and (rolsuper or rolbypassrls)", role)) {
            throw Problem.of(PlatformProblem.STRONG_ROLE, role);
        }
        boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", role);
        try {
            execute(
                    connection,
                    (known ? "alter" : "create") + " role \"" + role + "\" login password '" + application.password()
                            + "'");
            execute(connection, "grant connect, temporary on database \"" + databaseName() + "\" to \"" + role + "\"");
        } catch (SQLException e) {
            throw Problem.of(PlatformProblem.NO_ROLE, role).causedBy(e);
        }
    }

    /**
     * The password of the application's role follows from the owner's, so that several instances on one server agree on
     * it without a file between them.
     */
    private static String derive(String secret, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /**
     * A key of 32 bytes outside the database that follows from the secret of the installation and a purpose: for keyed hashes
     * and encryption of what must not be read from the database alone.
     */
    public byte[] derivedKey(String purpose) {
        return HexFormat.of().parseHex(derive(secret, "key " + purpose));
    }

    /** As the owner: migrations, backup, restore. */
    public DataSource ownerDataSource() {
        return dataSource(owner);
    }

    /** JDBC address, without user and password. */
    public String address() {
        return owner.address();
    }

    /** Name of the role that the application works as. */
    public String applicationRole() {
        return application.user();
    }

    /** As the application, one new connection for each call. */
    public DataSource applicationDataSource() {
        return dataSource(application);
    }

    private String databaseName() {
        String path = owner.address().substring(owner.address().lastIndexOf('/') + 1);
        int options = path.indexOf('?');
        return options < 0 ? path : path.substring(0, options);
    }

    private static PGSimpleDataSource dataSource(Credentials credentials) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(credentials.address());
        source.setUser(credentials.user());
        source.setPassword(credentials.password());
        source.setApplicationName("taama");
        // Details of an error quote the row: they belong into no log.
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static boolean exists(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("The database does not stop", e);
        }
    }
}
