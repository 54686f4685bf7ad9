package io.mendian.member.store;

import org.jspecify.annotations.Nullable;

/** A region is a path of names such as {@code /华东/上海}; a region holds everything below it. */
final class Regions {

    private Regions() {}

    /** The path as it is stored: one slash before each part, none at the end; empty when there is none. */
    static String plain(@Nullable String path) {
        if (path == null || path.isBlank()) {
            return "";
        }
        String plain = path.strip().replaceAll("/+", "/").replaceAll("/$", "");
        return plain.startsWith("/") || plain.isEmpty() ? plain : "/" + plain;
    }
}
