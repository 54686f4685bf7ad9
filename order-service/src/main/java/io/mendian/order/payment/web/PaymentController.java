package io.mendian.order.payment.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.payment.ChargeBarcode;
import io.mendian.order.payment.StartWeChatPayment;
import io.mendian.order.payment.WeChatPaymentView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
    private final ChargeBarcode chargeBarcode;

    PaymentController(StartWeChatPayment startWeChatPayment, ChargeBarcode chargeBarcode) {
        this.startWeChatPayment = startWeChatPayment;
        this.chargeBarcode = chargeBarcode;
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

    @Operation(
            summary = "Charge the barcode that a customer shows in his WeChat",
            description =
                    "status CAPTURED: paid. OPEN: he is asked for his password, look at the order until it is PAID. A"
                            + " second scan while the first is open charges nothing. Errors: 409 WECHAT_PAY_REFUSED (used or old"
                            + " code, not enough money), PAYMENT_NOT_NEEDED; 503 WECHAT_PAY_UNAVAILABLE: repeat with the same key")
    @PostMapping("/store/v1/orders/{id}/barcode-payments")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    WeChatPaymentView chargeBarcode(
            @PathVariable long id, @Valid @RequestBody BarcodeRequest request, Caller caller, OperationId operation) {
        return chargeBarcode.charge(operation.value(), OrderId.of(id), request.authCode, caller);
    }

    record BarcodeRequest(
            @NotNull @Pattern(regexp = "1[0-5]\\d{16}") String authCode) {}
}
