package io.mendian.marketing.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a benefit does to the lines it matches. */
public sealed interface Outcome {

    /** It takes {@code parts[i]} off line i, and gives gifts; {@code next} tells what is missing for its next step. */
    record Given(long[] parts, List<Gift> gifts, @Nullable Lacking next) implements Outcome {

        public static Given cut(long[] parts) {
            return new Given(parts, List.of(), null);
        }
    }

    /** It does not apply: why, and how much more the customer would have to buy. */
    record Lacking(String code, Text text, @Nullable Long missingMinor) implements Outcome {}
}
