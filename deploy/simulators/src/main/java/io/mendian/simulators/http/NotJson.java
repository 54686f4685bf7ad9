package io.mendian.simulators.http;

import org.jspecify.annotations.Nullable;

/** The body is no JSON object. Each provider answers this in its own way. */
public final class NotJson extends RuntimeException {

    NotJson(@Nullable Throwable cause) {
        super("the body is no JSON object", cause);
    }
}
