package io.mendian.member.provider;

/** An outside provider did not do what it was asked for. The message names no personal data. */
public final class ProviderFailure extends RuntimeException {

    public ProviderFailure(String message) {
        super(message);
    }

    public ProviderFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
