package io.mendian.embedded;

/** A server could not be started or stopped. The message is meant for a person: it says what happened and where to look. */
public final class ServerFailure extends RuntimeException {

    public ServerFailure(String message) {
        super(message);
    }

    public ServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
