package io.mendian.simulators.control;

import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.pay.Trade;

/** Two pages for the demo: the cashier of an order and a payer's barcode. */
record Pages(Control control) {

    private static final String FRAME = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s</title>
              <style>
                body { font: 16px/1.6 system-ui, sans-serif; margin: 0; background: #ededed; color: #191919; }
                main { max-width: 24rem; margin: 12vh auto 0; padding: 2rem; background: #fff; border-radius: 12px; text-align: center; }
                .amount { font-size: 2.6rem; font-weight: 600; margin: .4rem 0 1.2rem; }
                .code { font: 1.5rem/1 ui-monospace, monospace; letter-spacing: .06em; }
                button { font: inherit; width: 100%%; padding: .8rem; border: 0; border-radius: 8px; background: #07c160; color: #fff; cursor: pointer; }
                button.quiet { background: none; color: #767676; }
                small { color: #767676; }
              </style>
            </head>
            <body><main>%2$s<p><small>模拟支付 · 不会发生真实扣款</small></p></main></body>
            </html>
            """;

    void register(Routes routes) {
        routes.on("GET", "/_sim/cashier/{no}", this::cashier)
                .on("POST", "/_sim/cashier/{no}", this::paid)
                .on("GET", "/_sim/wallet", this::wallet);
    }

    private Answer cashier(Request request) {
        try {
            return page(200, "收银台", order(control.trade(request.var("no"))));
        } catch (Control.Refused e) {
            return page(404, "收银台", "<p>没有这笔订单</p>");
        }
    }

    private Answer paid(Request request) {
        try {
            boolean fails = request.text().contains("act=fail");
            return page(
                    200,
                    "收银台",
                    order(fails ? control.fail(request.var("no"), "") : control.pay(request.var("no"), "", 0)));
        } catch (Control.Refused e) {
            return cashier(request);
        }
    }

    private Answer wallet(Request request) {
        String code = control.barcode(request.param("openid"), request.param("behaviour"), null);
        return page(
                200,
                "付款码",
                "<p>请商家扫描付款码（一分钟内有效）</p><p class=\"code\">" + code + "</p>"
                        + "<form method=\"get\"><button>刷新</button></form>");
    }

    private static String order(Trade trade) {
        long fen = trade.wish().total();
        String head = "<p>" + escape(trade.wish().description()) + "</p><p class=\"amount\">¥" + fen / 100 + "."
                + String.format("%02d", fen % 100) + "</p>";
        return switch (trade.state()) {
            case NOTPAY, USERPAYING ->
                head
                        + "<form method=\"post\"><button name=\"act\" value=\"pay\">支付</button>"
                        + "<button class=\"quiet\" name=\"act\" value=\"fail\">支付失败</button></form>";
            case SUCCESS, REFUND, CLOSED, REVOKED, PAYERROR ->
                head + "<p>" + escape(trade.outcome().text()) + "</p>";
        };
    }

    private static Answer page(int status, String title, String content) {
        return Answer.text(status, "text/html; charset=utf-8", FRAME.formatted(title, content));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
