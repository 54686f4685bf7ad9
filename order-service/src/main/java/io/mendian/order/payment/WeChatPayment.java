package io.mendian.order.payment;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment by WeChat Pay. {@code handle}: prepay_id or the text of the code to scan. */
public record WeChatPayment(
        long id,
        OrderId order,
        StoreId store,
        String outTradeNo,
        Mode mode,
        long amountMinor,
        String currency,
        PaymentStatus status,
        @Nullable String handle,
        Instant createdAt,
        Instant expiresAt,
        int polls) {

    /** How the payer pays: in the mini-program, by scanning a code, or by showing his own barcode. */
    public enum Mode {
        JSAPI,
        NATIVE,
        BARCODE
    }

    /** The number the provider knows a payment by; never changes. */
    static String numberOf(long id) {
        return "M" + id;
    }
}
