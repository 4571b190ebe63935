package ml.taama.people;

import java.util.List;
import java.util.Map;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases people, or takes away what tells who they are. Of an erased person only the public number stays, so that it is never
 * given again, and the audit trail with numbers of rows, which hold no personal value.
 */
@Component
public class Erasure {

    private final JdbcClient jdbc;
    private final PersonRows rows;
    private final List<Erasing> others;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Erasure(
            JdbcClient jdbc,
            PersonRows rows,
            List<Erasing> others,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.others = others;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Erases a person: all files, whatever hangs on them, and what other modules keep.
     *
     * @param cause {@code request} or {@code retention}
     */
    @Transactional
    public void erase(long file, String cause) {
        List<PersonFile> files = files(file);
        files.forEach(f -> others.forEach(o -> o.erase(f.id())));
        forgetWords(files);
        Long[] numbers = numbers(files);
        jdbc.sql("delete from people.access where file = any(?)").param(numbers).update();
        jdbc.sql("delete from people.file where id = any(?)").param(numbers).update();
        for (PersonFile erased : files) {
            remember(erased.number(), cause);
            audit.note("person.erase", "person", erased.id(), erased.organisation(), Map.of("cause", cause));
            events.publishEvent(new PersonErased(erased.id()));
        }
    }

    private List<PersonFile> files(long file) {
        Actors.current().require(Permission.PROTECT_PEOPLE);
        List<PersonFile> files = rows.together(List.of(file));
        if (files.isEmpty()) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        return files;
    }

    private static Long[] numbers(List<PersonFile> files) {
        return files.stream().map(PersonFile::id).toArray(Long[]::new);
    }

    private void forgetWords(List<PersonFile> files) {
        files.stream()
                .map(PersonFile::head)
                .distinct()
                .forEach(head ->
                        jdbc.sql("call people.put_tokens(?, '{}')").param(head).update());
    }

    private void remember(String number, String cause) {
        jdbc.sql("insert into people.erased (number, cause) values (?, ?)")
                .params(number, cause)
                .update();
    }

    /**
     * Takes away what tells who a person is. Sex, year of birth, countries and regions stay for the counts; the public number
     * is replaced, so that a card leads nowhere.
     */
    @Transactional
    public void anonymise(long file) {
        List<PersonFile> files = files(file);
        files.forEach(f -> others.forEach(o -> o.anonymise(f.id())));
        forgetWords(files);
        for (PersonFile known : files) {
            children(known.id());
            strip(known.id());
            remember(known.number(), "retention");
            audit.note("person.anonymise", "person", known.id(), known.organisation(), Map.of());
            events.publishEvent(new PersonErased(known.id()));
        }
    }

    private void children(long file) {
        for (String table : List.of("name", "sealed_value", "rights_request", "registration")) {
            jdbc.sql("delete from people." + table + " where file = ?")
                    .param(file)
                    .update();
        }
        jdbc.sql("delete from people.relation where ? in (file, other)")
                .param(file)
                .update();
        jdbc.sql("update people.place set text = '' where file = ?").param(file).update();
        jdbc.sql("update people.consent set witness = null where file = ?")
                .param(file)
                .update();
    }

    private void strip(long file) {
        jdbc.sql("""
                update people.file set mother = '', father = '', language = null, number = ?, state = 'anonymised', version = version + 1,
                  birth_precision = case when birth_precision in ('day', 'month') then 'year' else birth_precision end,
                  birth_first = case when birth_precision in ('day', 'month') then date_trunc('year', birth_first)::date else birth_first end,
                  birth_last = case when birth_precision in ('day', 'month')
                    then (date_trunc('year', birth_first) + interval '1 year - 1 day')::date else birth_last end
                where id = ?
                """).params(fresh(), file).update();
    }

    private String fresh() {
        while (true) {
            String number = PublicNumber.random();
            boolean taken = jdbc.sql("select people.number_taken(?)")
                    .param(number)
                    .query(Boolean.class)
                    .single();
            if (!taken) {
                return number;
            }
        }
    }
}
