package io.mendian.simulators.pay;

import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trades and refunds as WeChat Pay shows them in answers and notifications. */
record PayViews(ProviderKeys keys) {

    ObjectNode trade(Trade trade) {
        Trade.Wish wish = trade.wish();
        Trade.Outcome outcome = trade.outcome();
        ObjectNode view = Json.object()
                .put("appid", keys.app().id())
                .put("mchid", keys.merchant().id())
                .put("out_trade_no", wish.outTradeNo())
                .put("trade_state", outcome.state().name())
                .put("trade_state_desc", outcome.text());
        ObjectNode amount = Json.object().put("total", wish.total()).put("currency", "CNY");
        ArrayNode promotions = Json.MAPPER.createArrayNode();
        boolean paid = outcome.paidAt() != null;
        if (paid) {
            view.put("transaction_id", outcome.transactionId())
                    .put("trade_type", wish.type().name())
                    .put("bank_type", "OTHERS")
                    .put("attach", wish.attach());
            time(view, "success_time", outcome.paidAt());
            view.putObject("payer").put("openid", outcome.payer());
            amount.put("payer_total", outcome.payerTotal()).put("payer_currency", "CNY");
            coupon(promotions, trade);
        }
        view.set("amount", amount);
        view.set("promotion_detail", promotions);
        return view;
    }

    ObjectNode refund(Refund refund, Trade trade) {
        ObjectNode view = Json.object()
                .put("refund_id", refund.refundId())
                .put("out_refund_no", refund.outRefundNo())
                .put("transaction_id", refund.transactionId())
                .put("out_trade_no", refund.outTradeNo())
                .put("channel", "ORIGINAL")
                .put("user_received_account", "支付用户零钱")
                .put("status", refund.status().name())
                .put("funds_account", "AVAILABLE");
        time(view, "create_time", refund.createdAt());
        time(view, "success_time", refund.doneAt());
        view.set(
                "amount",
                refundAmount(refund, trade)
                        .put("settlement_total", refund.total())
                        .put("settlement_refund", refund.amount())
                        .put("discount_refund", refund.amount() - refund.payerRefund())
                        .put("currency", "CNY"));
        view.putArray("promotion_detail");
        return view;
    }

    /** The refund as its notification carries it. */
    ObjectNode refundResource(Refund refund, Trade trade) {
        ObjectNode view = Json.object()
                .put("mchid", keys.merchant().id())
                .put("out_trade_no", refund.outTradeNo())
                .put("transaction_id", refund.transactionId())
                .put("out_refund_no", refund.outRefundNo())
                .put("refund_id", refund.refundId())
                .put("refund_status", refund.status().name())
                .put("user_received_account", "支付用户零钱");
        time(view, "success_time", refund.doneAt());
        view.set("amount", refundAmount(refund, trade));
        return view;
    }

    private static ObjectNode refundAmount(Refund refund, Trade trade) {
        return Json.object()
                .put("total", refund.total())
                .put("refund", refund.amount())
                .put("payer_total", trade.outcome().payerTotal())
                .put("payer_refund", refund.payerRefund());
    }

    private static void coupon(ArrayNode promotions, Trade trade) {
        long coupon = trade.wish().total() - trade.outcome().payerTotal();
        if (coupon > 0) {
            promotions
                    .addObject()
                    .put("coupon_id", "109519")
                    .put("name", "平台代金券")
                    .put("scope", "GLOBAL")
                    .put("type", "NOCASH")
                    .put("amount", coupon)
                    .put("wechatpay_contribute", coupon)
                    .put("merchant_contribute", 0)
                    .put("other_contribute", 0)
                    .put("currency", "CNY");
        }
    }

    private static void time(ObjectNode view, String name, @Nullable Instant at) {
        if (at != null) {
            view.put(name, Numbers.time(at));
        }
    }
}
