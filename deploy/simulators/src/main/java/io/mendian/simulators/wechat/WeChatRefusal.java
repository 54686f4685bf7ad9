package io.mendian.simulators.wechat;

/** WeChat says no: HTTP 200 with a number and a text, as its server interface does. */
final class WeChatRefusal extends RuntimeException {

    private final int code;

    WeChatRefusal(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
