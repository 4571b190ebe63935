package ml.taama.accounts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether this installation is a demonstration: it was started as one on an empty data folder, and listens on the loopback
 * address. Only then do the accounts whose passwords are public let anyone in.
 */
@Component
public class Demonstration {

    static final String SETTING = "demonstration";

    private final JdbcClient jdbc;
    private final boolean loopback;
    private volatile boolean marked;
    private volatile boolean known;

    Demonstration(JdbcClient jdbc, @Value("${server.address:127.0.0.1}") String address) {
        this.jdbc = jdbc;
        this.loopback = isLoopback(address);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether demonstration accounts let in. */
    public boolean on() {
        if (!known) {
            marked = jdbc.sql("select 1 from platform.setting where name = ? and value = 'on'")
                    .param(SETTING)
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            known = true;
        }
        return loopback && marked;
    }

    /** Marks the installation as a demonstration. */
    @Transactional
    public void begin() {
        jdbc.sql("insert into platform.setting values (?, 'on') on conflict (name) do update set value = 'on'")
                .param(SETTING)
                .update();
        known = false;
    }
}
