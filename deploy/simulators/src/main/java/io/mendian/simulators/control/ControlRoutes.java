package io.mendian.simulators.control;

import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.NotJson;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@link Control} over HTTP, under {@code /_sim/}. */
public record ControlRoutes(Control control) {

    public void register(Routes routes) {
        people(routes);
        money(routes);
        machinery(routes);
        new Pages(control).register(routes);
        routes.on("GET", "/actuator/health", request -> Answer.ok(Map.of("status", "UP")));
    }

    private void people(Routes routes) {
        on(routes, "POST", "/_sim/wechat/codes", r -> control.loginCode(text(r, "openid")));
        on(routes, "POST", "/_sim/wechat/phone-codes", r -> Map.of("code", control.phoneCode(text(r, "phone"))));
        on(
                routes,
                "POST",
                "/_sim/wechat/consents",
                r -> Map.of(
                        "left",
                        control.consent(
                                text(r, "openid"),
                                text(r, "templateId"),
                                r.json().path("times").asInt(1))));
        on(routes, "GET", "/_sim/wechat/messages", r -> control.messages(r.param("openid")));
        on(routes, "GET", "/_sim/sms", r -> control.sms(r.param("phone")));
    }

    private void money(Routes routes) {
        on(routes, "POST", "/_sim/pay/auth-codes", this::barcode);
        on(routes, "POST", "/_sim/pay/request-payment", r -> control.requestPayment(r.json()));
        on(
                routes,
                "POST",
                "/_sim/pay/{no}/pay",
                r -> control.pay(
                        r.var("no"), text(r, "payer"), r.json().path("coupon").asLong(0)));
        on(routes, "POST", "/_sim/pay/{no}/fail", r -> control.fail(r.var("no"), text(r, "reason")));
        on(routes, "GET", "/_sim/pay/{no}", r -> control.trade(r.var("no")));
        on(routes, "GET", "/_sim/refunds/{no}", r -> control.refund(r.var("no")));
        on(routes, "POST", "/_sim/refunds/{no}/settle", r -> control.settleRefund(r.var("no"), text(r, "status")));
        on(routes, "GET", "/_sim/notifications", r -> control.notifications());
        on(routes, "POST", "/_sim/notifications/{id}/resend", r -> Map.of("sent", control.resend(r.var("id"))));
        on(routes, "GET", "/_sim/totals", r -> control.totals());
    }

    private void machinery(Routes routes) {
        on(routes, "GET", "/_sim/faults", r -> control.faults());
        on(routes, "PUT", "/_sim/faults", r -> control.setFaults(r.json()));
        on(routes, "DELETE", "/_sim/faults", r -> control.clearFaults());
        on(routes, "GET", "/_sim/clock", r -> control.clock());
        on(
                routes,
                "PUT",
                "/_sim/clock",
                r -> control.moveClock(r.json().path("offsetMillis").asLong(0)));
        on(
                routes,
                "GET",
                "/_sim/journal",
                r -> control.journal(r.param("kind"), number(r, "after", 0), (int) number(r, "limit", 1_000)));
    }

    private Object barcode(Request request) {
        JsonNode after = request.json().path("afterMillis");
        return Map.of(
                "auth_code",
                control.barcode(
                        text(request, "payer"),
                        text(request, "behaviour"),
                        after.isIntegralNumber() ? after.longValue() : null));
    }

    /** Says what one order of the control interface does. */
    @FunctionalInterface
    private interface Order {
        Object apply(Request request);
    }

    private static void on(Routes routes, String method, String path, Order order) {
        routes.on(method, path, request -> {
            try {
                return Answer.ok(order.apply(request));
            } catch (Control.Refused e) {
                return Answer.json(409, Map.of("code", "REFUSED", "message", String.valueOf(e.getMessage())));
            } catch (IllegalArgumentException | JacksonException | NotJson e) {
                return Answer.json(400, Map.of("code", "BAD_REQUEST", "message", String.valueOf(e.getMessage())));
            }
        });
    }

    private static String text(Request request, String name) {
        return request.json().path(name).asString("");
    }

    private static long number(Request request, String name, long otherwise) {
        return request.param(name).isEmpty() ? otherwise : Long.parseLong(request.param(name));
    }
}
