package io.mendian.simulators.pay;

import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;

/** Asking for a refund and asking how it went. The answer means accepted, not done. */
record RefundRoutes(ProviderKeys keys, PayViews views, Trades trades, Refunds refunds, WeChatPay pay) {

    void register(Routes routes, PayGate gate) {
        routes.on("POST", "/v3/refund/domestic/refunds", gate.signed(this::request))
                .on("GET", "/v3/refund/domestic/refunds/{no}", gate.signed(this::query));
    }

    private Answer request(Request request) {
        Fields fields = new Fields(request.json(), keys);
        fields.checkCurrency(true);
        Trade trade = trade(fields);
        Refunds.Accepted accepted = refunds.accept(new Refunds.Wish(
                fields.outRefundNo(),
                trade,
                fields.fen("amount/refund"),
                fields.fen("amount/total"),
                fields.optional("reason", 80),
                fields.notifyUrl(false)));
        // what the merchant reads is the state at acceptance, even where the refund has ended meanwhile
        Refund told = accepted.isNew() ? pay.accepted(accepted.refund()) : accepted.refund();
        return Answer.ok(views.refund(told, trade));
    }

    private Trade trade(Fields fields) {
        String transaction = fields.optional("transaction_id", 32);
        try {
            return transaction.isEmpty() ? trades.require(fields.outTradeNo()) : trades.requireTransaction(transaction);
        } catch (PayRefusal e) {
            throw e.status() == 404 ? notFound("订单不存在") : e;
        }
    }

    private Answer query(Request request) {
        Refund refund = refunds.find(request.var("no")).orElseThrow(() -> notFound("退款单不存在"));
        return Answer.ok(views.refund(refund, trades.require(refund.outTradeNo())));
    }

    private static PayRefusal notFound(String message) {
        return new PayRefusal(404, "RESOURCE_NOT_EXISTS", message);
    }
}
