package io.mendian.marketing.pricing;

/** A setting of a rule that cannot be; names the field. */
public final class InvalidSetting extends RuntimeException {

    private final String field;
    private final String reason;

    public InvalidSetting(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
