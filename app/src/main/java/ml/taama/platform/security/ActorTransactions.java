package ml.taama.platform.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The only class that tells the database who acts, for the length of each transaction: row-level security reads it.
 * Outside a transaction nobody acts, and every protected table is empty.
 */
public final class ActorTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;
    private static final String TELL =
            "select set_config('taama.account', ?, true), set_config('taama.grants', ?, true), "
                    + "set_config('taama.actor', ?, true), set_config('taama.organisations', ?, true)";

    /** Over the connections of the application. */
    public ActorTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Actor actor = Actors.current();
        if (actor.equals(Actor.PUBLIC)) {
            return;
        }
        try {
            tell(connection(), actor);
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The database cannot be told who acts", e);
        }
    }

    private Connection connection() {
        Object resource = TransactionSynchronizationManager.getResource(obtainDataSource());
        if (resource instanceof ConnectionHolder holder) {
            return holder.getConnection();
        }
        throw new IllegalStateException("A transaction without a connection");
    }

    /** Tells the transaction of a connection who acts, for the few who handle connections themselves. */
    public static void tell(Connection connection, Actor actor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, String.valueOf(actor.account()));
            statement.setString(2, actor.grants());
            statement.setString(3, actor.system().orElse("account"));
            statement.setString(4, String.join(" ", actor.organisations()));
            statement.execute();
        }
    }
}
