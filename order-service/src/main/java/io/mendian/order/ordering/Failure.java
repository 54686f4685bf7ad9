package io.mendian.order.ordering;

import io.mendian.runtime.problem.Problem;
import io.mendian.runtime.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Why an order could not be placed, kept with it so that a repeated request gets the same answer. */
record Failure(String name, int status, String zh, String en, Map<String, String> facts) implements Problem {

    /** Refusals that say something of this service's clock or delay and nothing of the buyer: he is to order anew. */
    private static final Set<String> OURS = Set.of("HOLD_EXPIRES_IN_THE_PAST", "HOLD_TOO_LATE", "COUPON_HOLD_TOO_LATE");

    static Failure of(ProblemException refusal) {
        ProblemException e = OURS.contains(refusal.problem().name()) ? OrderProblem.DEPENDENCY_FAILED.with() : refusal;
        Map<String, String> facts = new LinkedHashMap<>();
        e.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return new Failure(
                e.problem().name(),
                e.problem().status(),
                e.problem().zh(),
                e.problem().en(),
                facts);
    }

    ProblemException exception() {
        return ProblemException.of(this, Map.<String, Object>copyOf(facts));
    }
}
