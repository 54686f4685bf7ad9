package io.mendian.inventory.hold;

import io.mendian.runtime.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Holds by the same two ways as in production, of which the simulation chooses one; no queue with threads of its own. */
public class SimulatedPlaceHold extends PlaceHold {

    private final SingleHold single;
    private final HoldBatch batch;
    private final BooleanSupplier together;

    SimulatedPlaceHold(SingleHold single, HoldBatch batch, BooleanSupplier together) {
        super(single, batch);
        super.close();
        this.single = single;
        this.batch = batch;
        this.together = together;
    }

    @Override
    public void place(Wanted wanted) {
        if (!together.getAsBoolean()) {
            single.place(wanted);
            return;
        }
        Optional<ProblemException> refusal;
        try {
            refusal = batch.place(List.of(wanted)).getFirst();
        } catch (RuntimeException nothingHappened) {
            single.place(wanted);
            return;
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }
}
