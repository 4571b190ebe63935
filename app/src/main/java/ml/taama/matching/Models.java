package ml.taama.matching;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import ml.taama.linkage.Model;
import ml.taama.linkage.ModelFile;
import ml.taama.linkage.names.NameTables;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.reference.Country;
import ml.taama.reference.Packs;
import ml.taama.reference.packs.PackLoaded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The model in use: the one promoted last; before that the one of the country pack, or the common one. */
@Component
public class Models {

    private static final Actor SYSTEM = Actor.system("matching");

    private final JdbcClient jdbc;
    private final Packs packs;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;
    private final AtomicReference<Optional<Named>> active = new AtomicReference<>(Optional.empty());

    Models(
            JdbcClient jdbc,
            Packs packs,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.audit = audit;
        this.events = events;
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

    /**
     * A model as the list shows it.
     *
     * @param origin pack that brought it, or {@code people} when it was trained here
     * @param records on which it was trained here
     */
    public record Listed(
            String code,
            Optional<String> parent,
            Optional<Integer> records,
            List<String> notices,
            String origin,
            Instant madeAt) {}

    /** When a model came into use, why and by whom. */
    public record Promotion(String model, String reason, Instant at, long by) {}

    /** Every model, the latest first. */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        return jdbc.sql("select * from matching.model order by made_at desc, code")
                .query(Row.mapper(r -> new Listed(
                        r.text("code"),
                        r.maybe("parent"),
                        r.maybeNumber("records").map(n -> n.intValue()),
                        r.list("notices"),
                        r.text("origin"),
                        r.instant("made_at").orElseThrow())))
                .list();
    }

    /** Which models came into use, the latest first. */
    @Transactional(readOnly = true)
    public List<Promotion> history() {
        return jdbc.sql("select * from matching.promotion order by id desc")
                .query(Row.mapper(r -> new Promotion(
                        r.text("model"),
                        r.text("reason"),
                        r.instant("at").orElseThrow(),
                        r.number("by").longValue())))
                .list();
    }

    /** Keeps a model that was trained here; returns its code. */
    @Transactional
    public String add(Model model, String parent, int records, List<String> notices) {
        return jdbc.sql("""
                insert into matching.model (code, model, parent, records, notices)
                values ('own-' || (select count(*) + 1 from matching.model where origin = 'people'), :model, :parent, :records, :notices)
                returning code
                """)
                .param("model", ModelFile.write(model))
                .param("parent", parent)
                .param("records", records)
                .param("notices", notices.toArray(String[]::new))
                .query(String.class)
                .single();
    }

    /**
     * Puts a model to use.
     *
     * @throws Problem without a reason, or when there is no such model
     */
    @Transactional
    public void promote(String code, String reason) {
        Actors.current().require(Permission.REVIEW_DUPLICATES);
        if (reason.isBlank()) {
            throw Problem.of(MatchingProblem.NO_REASON);
        }
        int promoted = jdbc.sql(
                        "insert into matching.promotion (model, reason) select code, ? from matching.model where code = ?")
                .params(reason.strip(), code)
                .update();
        if (promoted == 0) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        audit.note("matching.promote", "matching", code);
        events.publishEvent(new ModelPromoted(code));
    }

    /** Another model is in use. */
    record ModelPromoted(String code) {}

    @TransactionalEventListener
    void promoted(ModelPromoted event) {
        forget();
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
