package io.mendian.marketing.promotion;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom a promotion is; an empty set means all. Naming levels makes it one for members; naming tenders (STORED_VALUE …)
 * makes it one for orders that say they will be paid so.
 */
public record Audience(
        boolean membersOnly,
        Set<String> levels,
        Set<String> channels,
        @Nullable Set<String> tenders) {

    boolean includes(boolean member, @Nullable String level, @Nullable String channel, @Nullable String payWith) {
        return (member || !membersOnly)
                && (levels.isEmpty() || (member && level != null && levels.contains(level)))
                && (channels.isEmpty() || (channel != null && channels.contains(channel)))
                && (tenders == null || tenders.isEmpty() || (payWith != null && tenders.contains(payWith)));
    }
}
