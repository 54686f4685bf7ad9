package io.mendian.supervisor;

/** A command cannot go on. The message is printed as it is: what is wrong, and what to do about it. */
public final class CommandFailure extends RuntimeException {

    public CommandFailure(String message) {
        super(message);
    }

    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
