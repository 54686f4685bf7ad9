package io.mendian.simulators.pay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order at WeChat Pay: what the merchant asked for, and what became of it. */
public record Trade(Wish wish, Outcome outcome) {

    /**
     * What the merchant asked for.
     *
     * @param handle the prepay_id (JSAPI), the code_url (NATIVE) or the scanned auth_code (MICROPAY)
     * @param fingerprint digest of all parameters: a repetition with others is refused
     */
    public record Wish(
            String outTradeNo,
            Type type,
            String description,
            String attach,
            String notifyUrl,
            long total,
            String openid,
            String handle,
            String fingerprint,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /** What became of it; {@code payerTotal} is what the payer gave himself after the channel's own coupon. */
    public record Outcome(
            State state,
            String transactionId,
            String payer,
            long payerTotal,
            @Nullable Instant paidAt,
            String text) {}

    /** The kinds of payment that are simulated. */
    public enum Type {
        JSAPI,
        NATIVE,
        MICROPAY
    }

    /** WeChat Pay's trade_state. */
    public enum State {
        NOTPAY("订单未支付"),
        USERPAYING("用户支付中，需要输入密码"),
        SUCCESS("支付成功"),
        REFUND("订单发生过退款"),
        CLOSED("订单已关闭"),
        REVOKED("订单已撤销"),
        PAYERROR("支付失败");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** Whether the payer can still pay. */
        boolean isOpen() {
            return this == NOTPAY || this == USERPAYING;
        }

        boolean isPaid() {
            return this == SUCCESS || this == REFUND;
        }
    }

    public String outTradeNo() {
        return wish.outTradeNo;
    }

    public State state() {
        return outcome.state;
    }

    static Trade placed(Wish wish) {
        State start = wish.type == Type.MICROPAY ? State.USERPAYING : State.NOTPAY;
        return new Trade(wish, new Outcome(start, "", "", 0, null, start.text));
    }

    Trade in(State state, String text) {
        return new Trade(
                wish,
                new Outcome(state, outcome.transactionId, outcome.payer, outcome.payerTotal, outcome.paidAt, text));
    }

    Trade in(State state) {
        return in(state, state.text);
    }

    Trade paid(String transactionId, String payer, long payerTotal, Instant at) {
        return new Trade(wish, new Outcome(State.SUCCESS, transactionId, payer, payerTotal, at, State.SUCCESS.text));
    }

    /** After its time_expire an unpaid order is closed, whoever looks at it. */
    Trade at(Instant now) {
        boolean over = wish.expiresAt != null && !now.isBefore(wish.expiresAt);
        return over && outcome.state == State.NOTPAY ? in(State.CLOSED) : this;
    }
}
