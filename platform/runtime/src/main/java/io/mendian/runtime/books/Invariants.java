package io.mendian.runtime.books;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The invariants that a service or a feature lists as a bean; {@code parameters} are bound by name at each run. */
public record Invariants(List<Invariant> all, Supplier<Map<String, ?>> parameters) {

    public static Invariants of(Invariant... all) {
        return of(List.of(all));
    }

    public static Invariants of(List<Invariant> all) {
        return new Invariants(List.copyOf(all), Map::of);
    }
}
