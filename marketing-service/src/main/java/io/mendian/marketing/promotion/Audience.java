package io.mendian.marketing.promotion;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For whom a promotion is; an empty set means all. Naming levels makes it one for members. */
public record Audience(boolean membersOnly, Set<String> levels, Set<String> channels) {

    boolean includes(boolean member, @Nullable String level, @Nullable String channel) {
        return (member || !membersOnly)
                && (levels.isEmpty() || (member && level != null && levels.contains(level)))
                && (channels.isEmpty() || (channel != null && channels.contains(channel)));
    }
}
