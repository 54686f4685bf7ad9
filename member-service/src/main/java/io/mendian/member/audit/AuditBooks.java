package io.mendian.member.audit;

import io.mendian.runtime.books.BookCheck;
import io.mendian.runtime.books.BookResult;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The audit chain is whole: no row was changed, added or taken out. */
@Component
class AuditBooks implements BookCheck {

    private final AuditQueries audit;

    AuditBooks(AuditQueries audit) {
        this.audit = audit;
    }

    @Override
    public BookResult run() {
        long started = System.nanoTime();
        AuditQueries.Verification found = audit.verify();
        return new BookResult(
                "I26 the audit chain is whole",
                "audit entry",
                found.broken().isEmpty(),
                found.checked(),
                Duration.ofNanos(System.nanoTime() - started).toMillis(),
                found.broken());
    }
}
