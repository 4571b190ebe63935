package ml.taama.reference.packs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** The packs that are loaded. */
final class PackRegister {

    private static final String ENTER = """
            insert into reference.pack (code, kind, name, languages, country, flag, licence, content_hash, loaded_at)
            values (?, ?, ?::jsonb, ?, nullif(?, ''), ?, ?, ?, now())
            on conflict (code) do update set kind = excluded.kind, name = excluded.name,
              languages = excluded.languages, country = excluded.country, flag = excluded.flag,
              licence = excluded.licence, content_hash = excluded.content_hash, loaded_at = excluded.loaded_at
            """;

    private final Connection connection;

    PackRegister(Connection connection) {
        this.connection = connection;
    }

    /** Hash of the content last loaded, or empty. */
    String hash(String pack) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select content_hash from reference.pack where code = ?")) {
            select.setString(1, pack);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** Notes the pack, and tells the triggers of the tables whose rows follow in this transaction. */
    void enter(PackManifest manifest, String hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            insert.setString(1, manifest.code());
            insert.setString(2, manifest.kind());
            insert.setString(3, Json.write(manifest.name().texts()));
            insert.setArray(
                    4, array(manifest.languages().stream().map(Locale::toString).toArray()));
            insert.setString(5, manifest.country());
            insert.setArray(6, array(manifest.flag().toArray()));
            insert.setString(7, manifest.licence());
            insert.setString(8, hash);
            insert.executeUpdate();
        }
        try (PreparedStatement setting = connection.prepareStatement("select set_config('taama.pack', ?, true)")) {
            setting.setString(1, manifest.code());
            setting.execute();
        }
    }

    private java.sql.Array array(Object... items) throws SQLException {
        return connection.createArrayOf("text", items);
    }
}
