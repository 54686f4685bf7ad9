package io.mendian.member.accrual;

import java.time.Instant;

/** A period {@code [from, until)} in which orders earn more (or less): 2000 is double. */
public record Campaign(String code, Instant from, Instant until, int multiplierPermille) {

    boolean runsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
