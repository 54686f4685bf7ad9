package io.mendian.inventory.alert;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.transaction.annotation.Transactional;

/** Notes who has looked at an alert; the first one counts. */
@UseCase
public class MarkAlertSeen {

    private final AlertMapper alerts;
    private final Clock clock;

    MarkAlertSeen(AlertMapper alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Transactional
    public void mark(long id, StaffId by, Predicate<StoreId> reach) {
        AlertRow alert = alerts.selectById(id);
        if (alert == null || !reach.test(StoreId.of(alert.storeId()))) {
            throw CommonProblem.NOT_FOUND.with();
        }
        alerts.markSeen(id, clock.instant(), by.value());
    }
}
