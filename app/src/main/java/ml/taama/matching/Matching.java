package ml.taama.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** The front door for the module that keeps the records. */
@Component
public class Matching {

    private final MatchIndex index;
    private final ReviewStore reviews;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** A record is pending. */
    record RecordPending(long record) {}

    Matching(MatchIndex index, ReviewStore reviews, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.index = index;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Whether {@link #find} can answer; false while the register is being read, shortly after a start. */
    public boolean ready() {
        return index.ready();
    }

    /**
     * Records that are perhaps of the person whom some values describe, strongest first, from the probability on from which
     * pairs are reviewed. The scale is absolute: nothing is found where nothing is like it.
     *
     * @param values by column of the model
     */
    public List<Found> find(Map<String, String> values) {
        return index.find(values, reviews.least());
    }

    /** A record was made, changed or taken away, in this transaction: it is compared once that is committed. */
    @Transactional
    public void changed(long record) {
        jdbc.sql("insert into matching.pending (record) values (?)")
                .param(record)
                .update();
        events.publishEvent(new RecordPending(record));
    }

    /** The same for many records at once. */
    @Transactional
    public void changed(Collection<Long> records) {
        jdbc.sql("insert into matching.pending (record) select unnest(?::bigint[])")
                .param(records.toArray(Long[]::new))
                .update();
        records.stream().findFirst().ifPresent(record -> events.publishEvent(new RecordPending(record)));
    }

    /** A record is erased, in this transaction: pairs and decisions about it go at once, and it leaves the memory after. */
    @Transactional
    public void forget(long record) {
        jdbc.sql("call matching.forget(?)").param(record).update();
        changed(record);
    }

    @TransactionalEventListener
    void committed(RecordPending event) {
        index.changed();
    }
}
