package io.mendian.order.payment.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.payment.StartWeChatPayment;
import io.mendian.order.payment.WeChatPaymentView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Paying the rest of an order by WeChat. */
@RestController
class PaymentController {

    private final StartWeChatPayment startWeChatPayment;

    PaymentController(StartWeChatPayment startWeChatPayment) {
        this.startWeChatPayment = startWeChatPayment;
    }

    /** {@code byScan}: show a code to scan instead of paying in the mini-program. */
    record PayRequest(@Nullable Boolean byScan) {}

    @Operation(
            summary = "Pay the rest of my order by WeChat",
            description =
                    "Answers the parameters of wx.requestPayment, or codeUrl to be shown as a code where byScan is"
                            + " true or the member is unknown at WeChat. The order turns PAID when the provider says so. Errors:"
                            + " 409 PAYMENT_NOT_NEEDED, WECHAT_PAY_REFUSED; 503 WECHAT_PAY_UNAVAILABLE (the order is kept)")
    @PostMapping("/app/v1/orders/{id}/wechat-payments")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    WeChatPaymentView payInApp(
            @PathVariable long id, @RequestBody PayRequest request, Caller caller, OperationId operation) {
        boolean byScan = Boolean.TRUE.equals(request.byScan);
        return startWeChatPayment.start(operation.value(), OrderId.of(id), byScan, caller);
    }

    @Operation(
            summary = "Show the customer a code to pay the rest of an order by WeChat",
            description = "codeUrl is the text of the code. Errors as for the member himself.")
    @PostMapping("/store/v1/orders/{id}/wechat-payments")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    WeChatPaymentView payAtTill(@PathVariable long id, Caller caller, OperationId operation) {
        return startWeChatPayment.start(operation.value(), OrderId.of(id), true, caller);
    }
}
