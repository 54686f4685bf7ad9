package io.mendian.simulation;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes the waiting for locks out of the database: who meets a lock is told at once and waits as a fiber does. Of this the
 * database has no setting, so two of its fields are set.
 */
final class H2Locks {

    /** H2 marks a transaction of which a statement was undone, and whoever waits for it looks again and again, in real time. */
    private static final long UNDONE_STATEMENT = 1L << 45;

    private static final Field TIMEOUT = field(TransactionStore.class, "timeoutMillis");
    private static final Field STATE = field(Transaction.class, "statusAndLogId");
    private static final Field TRANSACTION = field(SessionLocal.class, "transaction");

    private H2Locks() {}

    private static Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database takes a time-out of 0 for its default of two seconds, unless the default is 0 too. */
    static void neverWait(Connection connection) throws SQLException {
        try {
            TIMEOUT.setInt(session(connection).getDatabase().getStore().getTransactionStore(), 0);
        } catch (IllegalAccessException e) {
            throw new SQLException(e);
        }
    }

    /** After a statement of which something may have been undone; tells whether it was. */
    static boolean forgetUndoneStatement(SessionLocal session) throws SQLException {
        try {
            @Nullable Object transaction = TRANSACTION.get(session);
            return transaction != null
                    && (((AtomicLong) STATE.get(transaction)).getAndUpdate(state -> state & ~UNDONE_STATEMENT)
                                    & UNDONE_STATEMENT)
                            != 0;
        } catch (IllegalAccessException e) {
            throw new SQLException(e);
        }
    }

    static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }
}
