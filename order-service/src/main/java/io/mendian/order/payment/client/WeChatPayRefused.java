package io.mendian.order.payment.client;

/** WeChat Pay said no, and will say no again: the request had no effect. */
public final class WeChatPayRefused extends RuntimeException {

    private final String code;

    WeChatPayRefused(int status, String code, String message) {
        super(status + " " + code + " " + message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
