package ml.taama.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ml.taama.accounts.Notices;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may see a person, how much, on which basis and until when. Row-level security reads the same rows. */
@Component
public class FileAccess {

    private static final Duration BROKEN_GLASS = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Notices notices;
    private final Clock clock;
    private final SearchIndex index;

    FileAccess(JdbcClient jdbc, AuditTrail audit, Notices notices, Clock clock, SearchIndex index) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
        this.index = index;
    }

    /** How much of a person is seen. */
    public enum Level {
        /** Who it is. */
        OPEN,
        /** Telephone, papers, notes too. */
        RESTRICTED,
        /** Everything, by those whose role allows it. */
        PROTECTED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Level of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * Gives an organisation access through a case or a referral; who gives it has access.
     *
     * @param basis {@code case} or {@code referral}
     * @param reference number of the case or referral
     */
    @Transactional
    public void give(
            long file, String organisation, Level level, String basis, long reference, Optional<Instant> until) {
        int given = jdbc.sql("""
                insert into people.access (head, file, organisation, level, basis, reference, valid_to)
                select head, id, :organisation, :level, :basis, :reference, :until::timestamptz from people.file where id = :file
                """)
                .param("organisation", organisation)
                .param("level", level.word())
                .param("basis", basis)
                .param("reference", reference)
                .param(
                        "until",
                        until.map(u -> OffsetDateTime.ofInstant(u, ZoneOffset.UTC))
                                .orElse(null))
                .param("file", file)
                .update();
        if (given == 0) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        index.put(file);
        audit.note("access.give", "person", file, organisation, Map.of("level", level.word(), "basis", basis));
    }

    /**
     * Gives an organisation access to many people, each through a case of its own; who gives it has access.
     *
     * @param references number of the case of each file
     */
    @Transactional
    public void give(Long[] files, String organisation, Long[] references) {
        List<Long> unknown = jdbc.sql("""
                select f.id from people.file f where f.id = any (?) and not exists (select from people.access a
                  where a.head = f.head and a.organisation = ? and a.ended_at is null and a.valid_to is null)
                """)
                .params(files, organisation)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list();
        int given = jdbc.sql("""
                insert into people.access (head, file, organisation, level, basis, reference)
                select f.head, f.id, ?, 'protected', 'case', c.reference
                from unnest(?::bigint[], ?::bigint[]) as c (file, reference) join people.file f on f.id = c.file
                """).params(organisation, files, references).update();
        if (given < files.length) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        unknown.forEach(index::put);
        audit.noteEach(
                "access.give", "person", files, organisation, Map.of("level", Level.PROTECTED.word(), "basis", "case"));
    }

    /** Ends what a case or a referral gave an organisation. */
    @Transactional
    public void end(String organisation, String basis, long reference) {
        List<Long> files = jdbc.sql("select people.end_access(?, ?, ?) as file")
                .params(organisation, basis, reference)
                .query(Row.mapper(r -> r.number("file").longValue()))
                .list();
        for (Long file : files) {
            index.put(file);
            audit.note("access.end", "person", file, organisation, Map.of("basis", basis));
        }
    }

    /** Ends what a case or a referral gave an organisation of oneself for one person of several. */
    @Transactional
    public void end(long file, String organisation, String basis, long reference) {
        int ended = jdbc.sql("""
                update people.access set ended_at = now()
                where head = people.head_of(:file) and organisation = :organisation and basis = :basis and reference = :reference
                  and ended_at is null
                """)
                .param("file", file)
                .param("organisation", organisation)
                .param("basis", basis)
                .param("reference", reference)
                .update();
        if (ended > 0) {
            audit.note("access.end", "person", file, organisation, Map.of("basis", basis));
        }
    }

    /**
     * Opens a file to oneself for a day in an emergency; those who watch over it are told.
     *
     * @param number public number of the person
     * @return the file
     * @throws Problem when there is no reason, or no such person
     */
    @Transactional
    public long breakGlass(String number, String reason) {
        Actor actor = Actors.current();
        if (!actor.maySomewhere(Permission.READ_PEOPLE)) {
            actor.require(Permission.READ_PEOPLE);
        }
        if (reason.strip().length() < 10) {
            throw Problem.of(PeopleProblem.NO_REASON);
        }
        long file = PublicNumber.read(number)
                .flatMap(n -> jdbc.sql("select people.locate(?)")
                        .param(n)
                        .query(Long.class)
                        .optional())
                .orElseThrow(() -> Problem.of(PeopleProblem.UNKNOWN_NUMBER));
        jdbc.sql("""
                insert into people.access (head, file, account, level, basis, reason, valid_to)
                values (people.head_of(:file), :file, platform.account(), 'protected', 'break-glass', :reason, :until)
                """)
                .param("file", file)
                .param("reason", reason.strip())
                .param("until", OffsetDateTime.ofInstant(clock.instant().plus(BROKEN_GLASS), ZoneOffset.UTC))
                .update();
        audit.note("access.break-glass", "person", file);
        Set<String> watching = new TreeSet<>(actor.organisations(Permission.READ_PEOPLE));
        watching.addAll(holders(file));
        for (String organisation : watching) {
            notices.tell(Permission.SUPERVISE_CASES, organisation, "people.glass", "/work/people/access", null);
        }
        return file;
    }

    /** Until when who asks sees a person because of an emergency, and for no other reason. */
    @Transactional(readOnly = true)
    public Optional<Instant> emergency(long file) {
        Set<String> own = Actors.current().organisations(Permission.READ_PEOPLE);
        return jdbc.sql("""
                select max(valid_to) as until from people.access
                where head = people.head_of(:file) and account = platform.account() and ended_at is null and valid_to > now()
                  and not exists (select from people.access a
                    where a.head = people.head_of(:file) and a.organisation = any(:own) and a.ended_at is null
                      and (a.valid_to is null or a.valid_to > now()))
                """)
                .param("file", file)
                .param("own", own.toArray(String[]::new))
                .query(Row.mapper(r -> r.instant("until")))
                .single();
    }

    /** How much of a person who asks may see; nothing when it is nothing. */
    @Transactional(readOnly = true)
    public Optional<Level> level(long file) {
        Actor actor = Actors.current();
        if (actor.may(Permission.PROTECT_PEOPLE)) {
            return Optional.of(Level.PROTECTED);
        }
        return jdbc
                .sql("""
                        select level, organisation, account from people.access
                        where head = (select head from people.file where id = ?) and ended_at is null and (valid_to is null or valid_to > now())
                        """)
                .param(file)
                .query(Row.mapper(r ->
                        level(actor, Level.of(r.text("level")), r.maybe("organisation"), r.maybeNumber("account"))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .max(java.util.Comparator.naturalOrder());
    }

    private static Optional<Level> level(
            Actor actor, Level given, Optional<String> organisation, Optional<java.math.BigDecimal> account) {
        if (account.isPresent()) {
            return account.filter(a -> a.longValue() == actor.account()).map(a -> given);
        }
        return organisation
                .filter(o -> actor.may(Permission.READ_PEOPLE, o))
                .map(o -> given == Level.PROTECTED && !actor.may(Permission.READ_PROTECTED, o)
                        ? Level.RESTRICTED
                        : given);
    }

    /** Organisations to ask about a person whom one may not see; none of their data. */
    @Transactional(readOnly = true)
    public List<String> holders(long file) {
        return jdbc.sql("select unnest(people.holders(?)) as holder")
                .param(file)
                .query(Row.mapper(r -> r.text("holder")))
                .list();
    }
}
