package ml.taama.accounts;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people are reached by mail: for the product itself, never for pages. */
@Component
public class Addresses {

    private final JdbcClient jdbc;

    Addresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The address of an account that is not closed. */
    @Transactional(readOnly = true)
    public Optional<String> of(long account) {
        return jdbc.sql("""
                select c.email from accounts.credential c join accounts.account a on a.id = c.account
                where c.account = ? and a.ended_at is null
                """).param(account).query(String.class).optional();
    }
}
