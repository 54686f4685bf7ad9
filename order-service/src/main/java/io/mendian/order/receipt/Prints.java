package io.mendian.order.receipt;

import io.mendian.kernel.StaffId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of printers and of what was printed: the original is number 0, every further print a counted copy. */
@Repository
class Prints {

    private final JdbcClient jdbc;
    private final Clock clock;

    Prints(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<PrinterAddress> printerOf(long tillId) {
        return jdbc.sql("SELECT host, port, paper_mm FROM till_printer WHERE till_id = ?")
                .param(tillId)
                .query((row, n) -> new PrinterAddress(row.getString(1), row.getInt(2), row.getInt(3)))
                .optional();
    }

    void keep(long tillId, PrinterAddress printer) {
        int ignored = jdbc.sql("""
                        INSERT INTO till_printer (till_id, host, port, paper_mm) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE host = VALUES(host), port = VALUES(port), paper_mm = VALUES(paper_mm)
                        """)
                .params(tillId, printer.host(), printer.port(), printer.paperMillimetres())
                .update();
    }

    /** The number of this print: the same operation has the same one; two at once get two. */
    int begin(long operation, long subject, long till, StaffId by) {
        while (true) {
            Optional<Integer> mine = copyOf(operation);
            if (mine.isPresent()) {
                return mine.get();
            }
            try {
                insert(operation, subject, till, by);
            } catch (DuplicateKeyException e) {
                // another print of the same receipt took the number just now
            }
        }
    }

    private Optional<Integer> copyOf(long operation) {
        return jdbc.sql("SELECT copy_no FROM receipt_print WHERE id = ?")
                .param(operation)
                .query(Integer.class)
                .optional();
    }

    private void insert(long operation, long subject, long till, StaffId by) {
        int ignored = jdbc.sql("""
                        INSERT INTO receipt_print (id, subject_id, copy_no, till_id, printed_by, printed_at, outcome)
                        SELECT ?, ?, COALESCE(MAX(copy_no) + 1, 0), ?, ?, ?, 'ASKED' FROM receipt_print WHERE subject_id = ?
                        """)
                .params(operation, subject, till, by.value(), Timestamp.from(clock.instant()), subject)
                .update();
    }

    @Transactional
    void ended(long operation, ReceiptPrinter.Outcome outcome) {
        boolean nothingSent =
                outcome == ReceiptPrinter.Outcome.UNREACHABLE || outcome == ReceiptPrinter.Outcome.NO_PAPER;
        int ignored = nothingSent
                ? jdbc.sql("DELETE FROM receipt_print WHERE id = ? AND outcome = 'ASKED'")
                        .param(operation)
                        .update()
                : jdbc.sql("UPDATE receipt_print SET outcome = ? WHERE id = ?")
                        .params(outcome.name(), operation)
                        .update();
    }
}
