package io.mendian.order.refund;

import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Adds a reason to the list or changes it; refunds keep the text they were asked for with. */
@UseCase
public class SaveReturnReason {

    private final ReturnReasons reasons;

    SaveReturnReason(ReturnReasons reasons) {
        this.reasons = reasons;
    }

    @Transactional
    public ReturnReason save(ReturnReason reason) {
        reasons.save(reason);
        return reason;
    }
}
