package ml.taama.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import ml.taama.platform.security.ActorTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections of the application, on the database that the command line opened. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 12;

    @Bean
    HikariDataSource dataSource(Database database) {
        return pool(database.applicationDataSource());
    }

    /**
     * A pool that asks every connection whether it lives before it gives it, at the price of one exchange on loopback.
     * Left alone it does not ask those that were used within half a second, and a database that was killed is back
     * sooner than that.
     */
    static HikariDataSource pool(DataSource source) {
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "-1");
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(20_000);
        pool.setPoolName("taama");
        return pool;
    }

    /** Transactions that tell the database who acts. */
    @Bean
    ActorTransactions transactionManager(DataSource dataSource) {
        return new ActorTransactions(dataSource);
    }
}
