package ml.taama.matching;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import ml.taama.linkage.Model;
import ml.taama.linkage.ModelFile;
import ml.taama.linkage.names.NameTables;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.reference.Country;
import ml.taama.reference.Packs;
import ml.taama.reference.packs.PackLoaded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The model in use: the one promoted last; before that the one of the country pack, or the common one. */
@Component
public class Models {

    private static final Actor SYSTEM = Actor.system("matching");

    private final JdbcClient jdbc;
    private final Packs packs;
    private final TransactionTemplate apart;
    private final AtomicReference<Optional<Named>> active = new AtomicReference<>(Optional.empty());

    Models(JdbcClient jdbc, Packs packs, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A model by its code. */
    public record Named(String code, Model model) {}

    /** The model in use; nothing before a pack is loaded. */
    public Optional<Named> active() {
        Optional<Named> known = active.get();
        if (known.isEmpty()) {
            known = Actors.as(SYSTEM, () -> apart.execute(status -> read()));
            active.set(known == null ? Optional.empty() : known);
        }
        return active.get();
    }

    /** How the names of the country are written for one another. */
    public NameTables names() {
        return active().map(a -> a.model().names()).orElse(NameTables.NONE);
    }

    private Optional<Named> read() {
        return jdbc.sql("""
                select m.code, m.model from matching.model m
                left join (select model, max(id) as id from matching.promotion group by model) p on p.model = m.code
                where p.id is not null or m.origin in (:country, 'global')
                order by p.id desc nulls last, m.origin = :country desc, m.code limit 1
                """)
                .param("country", packs.country().map(Country::code).orElse("global"))
                .query(Row.mapper(r -> new Named(r.text("code"), ModelFile.parse(r.text("model")))))
                .optional();
    }

    /** A model as JSON, for who reviews. */
    String json(String code) {
        return Objects.requireNonNull(
                apart.execute(status -> jdbc.sql("select model from matching.model where code = ?")
                        .param(code)
                        .query(String.class)
                        .single()));
    }

    /** Reads the model in use anew. */
    @EventListener
    void loaded(PackLoaded event) {
        forget();
    }

    void forget() {
        active.set(Optional.empty());
    }
}
