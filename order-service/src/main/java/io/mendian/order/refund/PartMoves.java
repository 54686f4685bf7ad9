package io.mendian.order.refund;

import io.mendian.kernel.StaffId;
import io.mendian.runtime.persistence.Guard;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the parts of refunds get on. A part that is back stays back. */
@Repository
class PartMoves {

    private final JdbcClient jdbc;

    PartMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All parts that wait are tried from now on. */
    void tryAgain(long refund, Instant now) {
        int ignored = jdbc.sql("""
                        UPDATE refund_part SET next_try_at = ?, status = CASE WHEN status = 'FAILED' THEN 'PENDING' ELSE status END
                        WHERE refund_id = ? AND status <> 'DONE'
                        """).params(Timestamp.from(now), refund).update();
    }

    /** False when somebody else has heard of the part since it was read: what he heard is younger. */
    boolean tried(Refund.Part part, Refund.PartStatus status, @Nullable String failure, @Nullable Instant nextTry) {
        return jdbc.sql("""
                        UPDATE refund_part SET status = ?, failure = ?, attempts = attempts + 1, next_try_at = ?
                        WHERE id = ? AND status <> 'DONE' AND attempts = ?
                        """)
                        .param(status.name())
                        .param(failure == null ? null : failure.substring(0, Math.min(300, failure.length())))
                        .param(nextTry == null ? null : Timestamp.from(nextTry))
                        .param(part.id())
                        .param(part.attempts())
                        .update()
                == 1;
    }

    /** Waits for its turn at the provider; nothing was tried. */
    void waits(Refund.Part part, Instant nextTry) {
        int ignored = jdbc.sql("UPDATE refund_part SET next_try_at = ? WHERE id = ? AND status <> 'DONE'")
                .params(Timestamp.from(nextTry), part.id())
                .update();
    }

    void back(Refund.Part part, @Nullable String providerRefundId, @Nullable Long payerMinor, Instant now) {
        int ignored = jdbc.sql("""
                        UPDATE refund_part SET status = 'DONE', done_at = ?, next_try_at = NULL, failure = NULL,
                            provider_refund_id = COALESCE(?, provider_refund_id), payer_minor = COALESCE(?, payer_minor)
                        WHERE id = ? AND status <> 'DONE' AND way <=> ?
                        """)
                .param(Timestamp.from(now))
                .param(providerRefundId)
                .param(payerMinor)
                .param(part.id())
                .param(part.how().way() == null ? null : part.how().way().name())
                .update();
    }

    /** The clerk hands the part over, or its event brings it back; false when it was back before. */
    boolean handedOver(Refund.Part part, Instant now) {
        return jdbc.sql("""
                        UPDATE refund_part SET status = 'DONE', done_at = ?, next_try_at = NULL, failure = NULL
                        WHERE id = ? AND status <> 'DONE' AND way <=> ?
                        """)
                        .param(Timestamp.from(now))
                        .param(part.id())
                        .param(
                                part.how().way() == null
                                        ? null
                                        : part.how().way().name())
                        .update()
                == 1;
    }

    void payer(Refund.Part part, long payerMinor) {
        int ignored = jdbc.sql("UPDATE refund_part SET payer_minor = ? WHERE id = ?")
                .params(payerMinor, part.id())
                .update();
    }

    /** Somebody asks for another way; a second person has to agree. */
    void want(Refund.Part part, WayChoice choice, StaffId by) {
        changed(
                part,
                jdbc.sql("""
                        UPDATE refund_part SET wanted_way = ?, way_reference = ?, wanted_by = ?
                        WHERE id = ? AND status = 'FAILED' AND way IS NULL
                        """)
                        .param(choice.way().name())
                        .param(choice.reference())
                        .param(by.value())
                        .param(part.id())
                        .update());
    }

    /** From here the part goes another way, never by the provider again. */
    void way(Refund.Part part, Refund.Way how, @Nullable StaffId by) {
        changed(
                part,
                jdbc.sql("""
                        UPDATE refund_part SET way = ?, way_reference = ?, way_by = ?, wanted_way = NULL, payer_minor = NULL,
                            status = 'PENDING', failure = NULL
                        WHERE id = ? AND status IN ('PENDING', 'FAILED') AND way IS NULL
                        """)
                        .param(how.way() == null ? null : how.way().name())
                        .param(how.reference())
                        .param(by == null ? null : by.value())
                        .param(part.id())
                        .update());
    }

    /** The provider says that it paid a part which went another way: kept for the people who get it back. */
    void paidTwice(Refund.Part part, String what) {
        int ignored = jdbc.sql("UPDATE refund_part SET failure = ? WHERE id = ? AND way IS NOT NULL")
                .params(what, part.id())
                .update();
    }

    private static void changed(Refund.Part part, int rows) {
        Guard.one(rows, () -> new ConcurrencyFailureException("part " + part.id() + " changed meanwhile"));
    }
}
