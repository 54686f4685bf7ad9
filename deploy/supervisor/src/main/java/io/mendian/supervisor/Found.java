package io.mendian.supervisor;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what an earlier attempt has made in a list that the API answered. */
final class Found {

    private Found() {}

    /** The first entry whose field has this text; the list may be bare or under {@code items}, the field under {@code terms}. */
    static @Nullable JsonNode by(JsonNode list, String field, String text) {
        for (JsonNode entry : list.isArray() ? list : list.path("items")) {
            JsonNode holder = entry.has("terms") ? entry.path("terms") : entry;
            if (holder.path(field).asString("").equals(text)) {
                return entry;
            }
        }
        return null;
    }
}
