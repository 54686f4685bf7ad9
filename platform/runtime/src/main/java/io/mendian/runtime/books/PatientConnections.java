package io.mendian.runtime.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of the pool whose statements may take longer than a customer's may; the pool puts that right when it has them
 * back. They are outside of any transaction of the caller.
 */
final class PatientConnections extends DelegatingDataSource {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    PatientConnections(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(PATIENCE.toMillis()));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
