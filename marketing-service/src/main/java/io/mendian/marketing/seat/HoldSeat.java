package io.mendian.marketing.seat;

import io.mendian.runtime.persistence.UseCase;
import org.springframework.dao.DuplicateKeyException;

/** Takes an order's seat in a campaign offer: never above the group's size, the allotment, or a member's limit. The same hold again is the same. */
@UseCase
public class HoldSeat {

    private final SeatSteps steps;

    HoldSeat(SeatSteps steps) {
        this.steps = steps;
    }

    public void hold(HoldSeatCommand command) {
        try {
            steps.hold(command);
        } catch (DuplicateKeyException e) {
            again(command);
        }
    }

    /** The same call, or another order of the member in the same group, was faster; with it in place the answer is clear. */
    private void again(HoldSeatCommand command) {
        try {
            steps.hold(command);
        } catch (DuplicateKeyException e) {
            throw SeatProblem.GROUP_ALREADY_JOINED.with();
        }
    }
}
