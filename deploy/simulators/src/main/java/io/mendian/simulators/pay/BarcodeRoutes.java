package io.mendian.simulators.pay;

import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Json;
import io.mendian.simulators.world.World;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Barcode pay: the shop scans the payer's code and charges it at once. There is no notification; while the payer types
 * his password the answer is 202 with {@code USERPAYING} and the merchant has to ask, and may reverse.
 */
record BarcodeRoutes(World world, ProviderKeys keys, PayViews views, Trades trades, Barcodes barcodes, WeChatPay pay) {

    void register(Routes routes, PayGate gate) {
        routes.on("POST", "/v3/pay/transactions/codepay", gate.signed(this::codepay))
                .on("POST", "/v3/pay/transactions/out-trade-no/{no}/reverse", gate.signed(this::reverse));
    }

    private Answer codepay(Request request) {
        Fields fields = new Fields(request.json(), keys).checkMerchant();
        fields.checkCurrency(false);
        if (fields.body().at("/scene_info/store_info").isMissingNode()) {
            throw PayRefusal.parameter("输入源“/body/scene_info/store_info”映射到值字段规则校验失败：缺少必填参数");
        }
        Trade.Wish wish = new Trade.Wish(
                fields.outTradeNo(),
                Trade.Type.MICROPAY,
                fields.text("description", 127),
                fields.optional("attach", 128),
                "",
                fields.fen("amount/total"),
                "",
                fields.text("payer/auth_code", 32),
                Json.fingerprint(request.json()) + Trade.Type.MICROPAY,
                world.clock().instant(),
                null);
        synchronized (trades) { // two scans of one order at once charge once
            boolean again = trades.find(wish.outTradeNo()).isPresent();
            if (again) {
                return answer(trades.place(wish));
            }
            return charge(barcodes.take(wish.handle(), wish.outTradeNo()), trades.place(wish));
        }
    }

    private Answer charge(Barcodes.Barcode barcode, Trade trade) {
        String no = trade.outTradeNo();
        return switch (barcode.behaviour()) {
            case SUCCESS -> answer(trades.pay(no, barcode.payer(), 0));
            case NOT_ENOUGH -> answer(trades.fail(no, "余额不足"));
            case USERPAYING -> answer(trade);
            case USERPAYING_THEN_SUCCESS -> later(barcode, trade, () -> trades.pay(no, barcode.payer(), 0));
            case USERPAYING_THEN_FAIL -> later(barcode, trade, () -> trades.fail(no, "用户取消支付"));
        };
    }

    private Answer later(Barcodes.Barcode barcode, Trade trade, Runnable end) {
        world.background(() -> {
            world.clock().sleep(Duration.ofMillis(barcode.afterMillis()));
            synchronized (trades) {
                boolean open = trades.require(trade.outTradeNo()).state().isOpen();
                if (open) { // else reversed, or ended by the control interface
                    end.run();
                }
            }
        });
        return answer(trade);
    }

    private Answer answer(Trade trade) {
        ObjectNode view = views.trade(trade);
        return switch (trade.state()) {
            case SUCCESS, REFUND -> Answer.ok(view);
            case USERPAYING, NOTPAY ->
                Answer.json(202, view.put("code", "USERPAYING").put("message", "用户支付中，需要输入密码"));
            case PAYERROR ->
                throw new PayRefusal(
                        403,
                        trade.outcome().text().equals("余额不足") ? "NOT_ENOUGH" : "TRADE_ERROR",
                        trade.outcome().text());
            case CLOSED, REVOKED -> throw new PayRefusal(400, "ORDER_CLOSED", "订单已撤销，请重新下单");
        };
    }

    private Answer reverse(Request request) {
        new Fields(request.json(), keys).checkMerchant();
        trades.reverse(request.var("no"));
        return Answer.ok(Map.of(
                "appid", keys.app().id(),
                "mchid", keys.merchant().id(),
                "out_trade_no", request.var("no")));
    }
}
