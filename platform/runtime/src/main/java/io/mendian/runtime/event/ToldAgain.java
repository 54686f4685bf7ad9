package io.mendian.runtime.event;

import java.util.Optional;

/** Whoever sent an event says once more what it told, for one that came so that nobody can read it. */
public interface ToldAgain {

    /**
     * The payload as it would be sent now. Empty when there is none: events of this type are not told again, or what it would
     * tell of never was. Throws while nobody answers.
     */
    Optional<String> payload(String type, String key);
}
