package io.mendian.chain;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A client who does not give up: silence, a failure and "still being processed" are no answers, and it repeats its
 * request with the same key until it has one. Every other answer, also a refusal, is the last word.
 */
public final class Insistent {

    private final String key;
    private final Door door;
    private final String path;
    private final Object body;
    private final Function<Door, Door.Answer> request;
    private volatile Door.@Nullable Answer last;

    Insistent(Door door, String path, Object body) {
        this(door, path, body, to -> to.post(path, body));
    }

    private Insistent(Door door, String path, Object body, Function<Door, Door.Answer> request) {
        this.request = request;
        this.key = UUID.randomUUID().toString();
        this.door = door.withKey(key);
        this.path = path;
        this.body = body;
    }

    /** The same, told in one line. */
    static Door.Answer post(Door door, String path, Object body) {
        return new Insistent(door, path, body).answer();
    }

    static Door.Answer delete(Door door, String path) {
        return new Insistent(door, path, "", to -> to.delete(path)).answer();
    }

    /** One try; whether it brought the last word. */
    boolean send() {
        Instant began = Instant.now();
        try {
            Door.Answer answer = request.apply(door);
            last = answer;
            History.note(key, path, body, began, answer.status() + " " + answer.body());
            boolean ended = isFinal(answer);
            if (ended) {
                Answered.remember(this, answer);
            }
            return ended;
        } catch (UncheckedIOException e) {
            History.note(key, path, body, began, e.toString());
            return false;
        }
    }

    /**
     * Until it is taken or refused for a reason of its own. A checkout during which a service was away is refused and
     * undone, and the customer is told to ask anew: with another key, as a new wish.
     */
    static Door.Answer postAnew(Door door, String path, Object body) {
        Door.Answer answer = post(door, path, body);
        while (wasUndone(answer)) {
            answer = post(door, path, body);
        }
        return answer;
    }

    /** "A service could not be reached, the order was cancelled, please order anew." */
    static boolean wasUndone(Door.Answer answer) {
        return answer.status() == 409
                && (answer.body().contains("\"DEPENDENCY_FAILED\"")
                        || answer.body().contains("\"EXCHANGE_CANCELLED\""));
    }

    /** Tries until there is the last word. */
    Door.Answer answer() {
        Awaitility.await(path + " answers for good")
                .atMost(Shop.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(this::send);
        return Objects.requireNonNull(last);
    }

    /** The same request with the same key once more, whatever was answered before. Empty: there was no answer that counts. */
    Optional<Door.Answer> again() {
        try {
            return Optional.of(request.apply(door)).filter(Insistent::isFinal);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean isFinal(Door.Answer answer) {
        int status = answer.status();
        boolean stillWorking = status == 409 && answer.body().contains("\"REQUEST_IN_PROGRESS\"");
        return status < 500 && !stillWorking && status != 425 && status != 429;
    }

    @Override
    public String toString() {
        return path + " " + body + ": " + last;
    }
}
