package io.mendian.simulators.pay;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Makes the notification for what happened; there is none without an address to send it to. */
final class Notices {

    private Notices() {}

    static Optional<Notification> of(Trade trade, PayViews views, Instant at) {
        return make("TRANSACTION.SUCCESS", "支付成功", "transaction", trade.wish().notifyUrl(), views.trade(trade), at);
    }

    static Optional<Notification> of(Refund refund, Trade trade, PayViews views, Instant at) {
        String summary =
                switch (refund.status()) {
                    case SUCCESS -> "退款成功";
                    case ABNORMAL -> "退款异常";
                    case CLOSED -> "退款关闭";
                    case PROCESSING -> throw new IllegalStateException("nothing to tell yet");
                };
        String event = "REFUND." + refund.status();
        return make(event, summary, "refund", refund.notifyUrl(), views.refundResource(refund, trade), at);
    }

    private static Optional<Notification> make(
            String event, String summary, String original, String url, ObjectNode resource, Instant at) {
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Notification(UUID.randomUUID().toString(), event, summary, original, url, resource, at));
    }
}
