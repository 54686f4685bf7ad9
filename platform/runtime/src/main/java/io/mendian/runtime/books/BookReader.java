package io.mendian.runtime.books;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How books are read: with the eyes of the caller's transaction where there is one, else for as long as it takes. */
final class BookReader {

    private final JdbcTemplate within;
    private final JdbcTemplate patient;

    BookReader(DataSource database) {
        this.within = new JdbcTemplate(database);
        this.patient = new JdbcTemplate(new PatientConnections(database));
        this.patient.setQueryTimeout(Math.toIntExact(PatientConnections.PATIENCE.toSeconds()));
    }

    JdbcTemplate now() {
        return TransactionSynchronizationManager.isActualTransactionActive() ? within : patient;
    }
}
