package io.mendian.simulators.pay;

import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Json;
import io.mendian.simulators.world.World;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Placing, asking for and closing orders: JSAPI (mini-programs) and NATIVE (a code to scan). */
record OrderRoutes(World world, ProviderKeys keys, PayViews views, Trades trades, WeChatPay pay) {

    void register(Routes routes, PayGate gate) {
        routes.on("POST", "/v3/pay/transactions/jsapi", gate.signed(this::jsapi))
                .on("POST", "/v3/pay/transactions/native", gate.signed(this::nativePay))
                .on("GET", "/v3/pay/transactions/out-trade-no/{no}", gate.signed(this::byOutTradeNo))
                .on("GET", "/v3/pay/transactions/id/{id}", gate.signed(this::byTransaction))
                .on("POST", "/v3/pay/transactions/out-trade-no/{no}/close", gate.signed(this::close));
    }

    private Answer jsapi(Request request) {
        Instant now = world.clock().instant();
        Trade trade = place(request.json(), Trade.Type.JSAPI, Numbers.prepayId(now), now);
        return Answer.ok(Map.of("prepay_id", trade.wish().handle()));
    }

    private Answer nativePay(Request request) {
        Instant now = world.clock().instant();
        Trade trade = place(request.json(), Trade.Type.NATIVE, Numbers.codeUrl(), now);
        return Answer.ok(Map.of("code_url", trade.wish().handle()));
    }

    private Trade place(JsonNode body, Trade.Type type, String handle, Instant now) {
        Fields fields = new Fields(body, keys).checkMerchant();
        fields.checkCurrency(false);
        Trade trade = trades.place(new Trade.Wish(
                fields.outTradeNo(),
                type,
                fields.text("description", 127),
                fields.optional("attach", 128),
                fields.notifyUrl(true),
                fields.fen("amount/total"),
                type == Trade.Type.JSAPI ? fields.text("payer/openid", 128) : "",
                handle,
                Json.fingerprint(body) + type,
                now,
                trades.find(fields.outTradeNo()).isPresent() ? null : fields.expiry(now)));
        pay.placed(trade);
        return trade;
    }

    private Answer byOutTradeNo(Request request) {
        checkMerchant(request.param("mchid"));
        return Answer.ok(views.trade(trades.require(request.var("no"))));
    }

    private Answer byTransaction(Request request) {
        checkMerchant(request.param("mchid"));
        return Answer.ok(views.trade(trades.requireTransaction(request.var("id"))));
    }

    private Answer close(Request request) {
        checkMerchant(request.json().path("mchid").asString(""));
        trades.close(request.var("no"));
        return Answer.empty(204);
    }

    private void checkMerchant(String mchId) {
        if (mchId.isEmpty()) {
            throw PayRefusal.parameter("缺少必填参数mchid");
        }
        if (!mchId.equals(keys.merchant().id())) {
            throw new PayRefusal(400, "MCH_NOT_EXISTS", "商户号不存在");
        }
    }
}
