package io.mendian.order.reconcile;

import io.mendian.kernel.StaffId;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** A person has looked at a difference and says what it was; the note stays. */
@UseCase
public class ResolveDifference {

    private final Bills bills;
    private final Clock clock;

    ResolveDifference(Bills bills, Clock clock) {
        this.bills = bills;
        this.clock = clock;
    }

    @Transactional
    public Difference resolve(long id, String note, StaffId by) {
        Difference difference = bills.difference(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        bills.resolve(difference, note, by, clock.instant());
        return bills.difference(id).orElseThrow();
    }
}
