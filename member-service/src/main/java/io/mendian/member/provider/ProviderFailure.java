package io.mendian.member.provider;

/** An outside provider did not do what it was asked for. The message names no personal data. */
public final class ProviderFailure extends RuntimeException {

    private final boolean maybeDone;

    public ProviderFailure(String message) {
        super(message);
        this.maybeDone = false;
    }

    public ProviderFailure(String message, Throwable cause) {
        super(message, cause);
        this.maybeDone = false;
    }

    private ProviderFailure(String message, Throwable cause, boolean maybeDone) {
        super(message, cause);
        this.maybeDone = maybeDone;
    }

    /** The request was sent and no answer came: nobody knows whether it was done. */
    public static ProviderFailure unanswered(String message, Throwable cause) {
        return new ProviderFailure(message, cause, true);
    }

    /** Whether the provider may have done it all the same. */
    public boolean maybeDone() {
        return maybeDone;
    }
}
