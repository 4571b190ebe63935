package ml.taama.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.Messages;
import ml.taama.reference.packs.PackLoaded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The packs of this installation: which country it serves, in which languages. */
@Component
public class Packs {

    private final JdbcClient jdbc;
    private final Messages messages;
    private final AtomicReference<Optional<Country>> country = new AtomicReference<>(Optional.empty());

    Packs(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** The country served, or nothing before its pack is loaded. */
    public Optional<Country> country() {
        Optional<Country> known = country.get();
        if (known.isEmpty()) {
            known = read();
            country.set(known);
        }
        return known;
    }

    /** What is loaded, and when, in one word: it changes with every load. */
    public String state() {
        return jdbc.sql(
                        "select coalesce(string_agg(code || content_hash || loaded_at, ' ' order by code), '') from reference.pack")
                .query(String.class)
                .single();
    }

    /** Languages of the site, the default first; those of the product before a country is loaded. */
    public List<Locale> languages() {
        return country().map(Country::languages).orElse(Messages.SHIPPED);
    }

    @EventListener
    void loaded(PackLoaded event) {
        country.set(read());
    }

    private Optional<Country> read() {
        Optional<Country> found = jdbc.sql("""
                        select code, name, languages, country, flag, content_hash, loaded_at::date as loaded_on
                        from reference.pack where kind = 'country' order by loaded_at desc limit 1
                        """)
                .query(Row.mapper(row -> new Country(
                        row.text("code"),
                        row.local("name"),
                        row.list("languages").stream().map(Locale::of).toList(),
                        row.maybe("country").orElse(""),
                        row.list("flag"),
                        row.text("content_hash"),
                        row.day("loaded_on").orElseThrow())))
                .optional();
        found.ifPresent(c -> addWords());
        return found;
    }

    /** Words of the interface that a pack brings for a language that the product does not ship. */
    private void addWords() {
        Map<String, Map<String, String>> words = new HashMap<>();
        jdbc.sql("select language, key, text from reference.message").query(result -> {
            words.computeIfAbsent(result.getString(1), ignored -> new HashMap<>())
                    .put(result.getString(2), result.getString(3));
        });
        words.forEach((language, texts) -> messages.add(Locale.of(language), texts));
    }
}
