package ml.taama.accounts;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells people what concerns them: on their page at once, by mail as they wish. */
@Component
public class Notices {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Accounts accounts;

    Notices(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /**
     * Tells some accounts something, in the transaction of what happened.
     *
     * @param kind words {@code notice.<kind>} in the bundles
     * @param path page without language, for example {@code /work/calls/7}
     * @param arguments fill the words; a {@link LocalText} is read in the language of each person
     */
    @Transactional
    public void tell(Collection<Long> to, String kind, String path, @Nullable LocalDate deadline, Object... arguments) {
        List<Object> words = Arrays.stream(arguments)
                .map(a -> a instanceof LocalText text ? text.texts() : String.valueOf(a))
                .toList();
        jdbc.sql("""
                insert into accounts.notice (account, kind, path, arguments, deadline)
                select account, :kind, :path, :arguments::jsonb, :deadline::date from unnest(:accounts::bigint[]) as account
                """)
                .param("accounts", to.toArray(Long[]::new))
                .param("kind", kind)
                .param("path", path)
                .param("arguments", MAPPER.writeValueAsString(words))
                .param("deadline", deadline)
                .update();
    }

    /** Tells everybody who may do something for an organisation. */
    @Transactional
    public void tell(
            Permission permission,
            String organisation,
            String kind,
            String path,
            @Nullable LocalDate deadline,
            Object... arguments) {
        List<Long> to = accounts.allowed(permission, organisation).stream()
                .map(Account::id)
                .toList();
        tell(to, kind, path, deadline, arguments);
    }

    /** How many are not read yet. */
    @Transactional(readOnly = true)
    public int unread(long account) {
        return jdbc.sql("select count(*) from accounts.notice where account = ? and read_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** The latest, unread ones first. */
    @Transactional(readOnly = true)
    public List<Notice> latest(long account, int most) {
        return jdbc.sql("""
                select * from accounts.notice where account = ?
                order by read_at is not null, at desc, id desc limit ?
                """)
                .params(account, most)
                .query(Row.mapper(Notices::notice))
                .list();
    }

    /** Marks one as read, or all when the number is 0. */
    @Transactional
    public void read(long account, long notice) {
        jdbc.sql("update accounts.notice set read_at = now() where account = ? and read_at is null and ? in (0, id)")
                .params(account, notice)
                .update();
    }

    /** Marks one as not read. */
    @Transactional
    public void unread(long account, long notice) {
        jdbc.sql("update accounts.notice set read_at = null where account = ? and id = ?")
                .params(account, notice)
                .update();
    }

    static Notice notice(Row row) throws SQLException {
        return new Notice(
                row.number("id").longValue(),
                row.text("kind"),
                row.text("path"),
                arguments(row.text("arguments")),
                row.day("deadline"),
                row.instant("at").orElseThrow(),
                row.instant("read_at"));
    }

    private static List<Object> arguments(String json) {
        List<Object> arguments = new ArrayList<>();
        for (JsonNode argument : MAPPER.readTree(json)) {
            arguments.add(argument.isObject() ? LocalText.parse(argument.toString()) : argument.asString());
        }
        return arguments;
    }
}
