package io.mendian.order.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mendian.kernel.OrderId;
import io.mendian.order.payment.client.WeChatPay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment by WeChat as the payer needs it: {@code jsapi} for {@code wx.requestPayment} in the mini-program, or
 * {@code codeUrl} to be shown as a code. {@code outTradeNo} is the number the payer's WeChat shows.
 */
public record WeChatPaymentView(
        String paymentId,
        OrderId orderId,
        String outTradeNo,
        long amountMinor,
        PaymentStatus status,
        Instant expiresAt,
        @Nullable Jsapi jsapi,
        @Nullable String codeUrl) {

    /** The parameters of {@code wx.requestPayment}. */
    public record Jsapi(
            String appId,
            String timeStamp,
            String nonceStr,
            @JsonProperty("package") String packageValue,
            String signType,
            String paySign) {}

    static WeChatPaymentView of(WeChatPayment payment, WeChatPay.@Nullable JsapiCall call, @Nullable String codeUrl) {
        Jsapi jsapi = call == null
                ? null
                : new Jsapi(
                        call.appId(),
                        call.timeStamp(),
                        call.nonceStr(),
                        call.packageValue(),
                        call.signType(),
                        call.paySign());
        return new WeChatPaymentView(
                Long.toString(payment.id()),
                payment.order(),
                payment.outTradeNo(),
                payment.amountMinor(),
                payment.status(),
                payment.expiresAt(),
                jsapi,
                codeUrl);
    }
}
