package ml.taama.cases;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a screening looks for.
 *
 * @param level one of {@link #LEVELS}
 * @param polarity {@code risk}, {@code protective}, or {@code either} when the same may endanger or protect
 * @param brief whether the short form asks it too
 */
public record Factor(
        String code,
        String level,
        String polarity,
        boolean brief,
        LocalText name,
        Optional<LocalText> note,
        String sourceRef) {

    /** From the person outwards. */
    public static final List<String> LEVELS = List.of("individual", "household", "community", "structural");

    /** Ways in which it may be answered. */
    public List<String> answers() {
        return polarity.equals("either") ? List.of("risk", "protective") : List.of(polarity);
    }

    /** Reads the list of the packs. */
    @Component
    static class Reader {

        private final JdbcClient jdbc;

        Reader(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        /** All factors, by level, in order. */
        List<Factor> all() {
            return jdbc.sql("""
                    select * from cases.factor
                    order by array_position(array['individual', 'household', 'community', 'structural'], level), position, code
                    """)
                    .query(Row.mapper(row -> new Factor(
                            row.text("code"),
                            row.text("level"),
                            row.text("polarity"),
                            row.text("form").equals("short"),
                            row.local("name"),
                            row.maybeLocal("note"),
                            row.text("source_ref"))))
                    .list();
        }
    }
}
