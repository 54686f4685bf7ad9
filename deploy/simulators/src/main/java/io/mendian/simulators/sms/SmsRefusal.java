package io.mendian.simulators.sms;

/** The provider says no. */
final class SmsRefusal extends RuntimeException {

    private final int status;
    private final String code;

    SmsRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
