package io.mendian.order.history;

import io.mendian.kernel.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a batch of old sales, in the order in which they were sent. */
public record Takeover(int created, int existing, int refused, List<Result> results) {

    /** CREATED now, EXISTING since an earlier time with the same content, or REFUSED for a reason. */
    public enum Outcome {
        CREATED,
        EXISTING,
        REFUSED
    }

    /** One sale: its order, or the status, code and reason of its refusal. {@code index} counts from 0. */
    public record Result(
            int index,
            String externalRef,
            Outcome outcome,
            @Nullable OrderId orderId,
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String reason) {}

    static Takeover of(List<Result> results) {
        return new Takeover(
                count(results, Outcome.CREATED),
                count(results, Outcome.EXISTING),
                count(results, Outcome.REFUSED),
                results);
    }

    private static int count(List<Result> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
