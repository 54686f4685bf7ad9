package io.mendian.supervisor;

/** A command cannot go on. The message is printed as it is: what is wrong, and what to do about it. */
public final class CommandFailure extends RuntimeException {

    private final int status;

    public CommandFailure(String message) {
        super(message);
        this.status = 0;
    }

    private CommandFailure(String message, int status) {
        super(message);
        this.status = status;
    }

    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The API said no. */
    static CommandFailure refused(String request, int status, String answer) {
        return new CommandFailure(request + " was answered with " + status + ": " + answer, status);
    }

    /** Whether the API may say yes shortly: a service has not heard yet of what another one has made. */
    boolean isPerhapsTooEarly() {
        return status == 404 || status == 409;
    }
}
