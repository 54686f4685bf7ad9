package io.mendian.simulators.pay;

/** WeChat Pay says no: an HTTP status, a code and a text. */
final class PayRefusal extends RuntimeException {

    private final int status;
    private final String code;

    PayRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static PayRefusal parameter(String message) {
        return new PayRefusal(400, "PARAM_ERROR", message);
    }

    static PayRefusal invalid(String message) {
        return new PayRefusal(400, "INVALID_REQUEST", message);
    }

    static PayRefusal noSuchOrder() {
        return new PayRefusal(404, "ORDER_NOT_EXIST", "订单不存在");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
