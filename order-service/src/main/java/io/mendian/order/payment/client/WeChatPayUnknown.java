package io.mendian.order.payment.client;

import org.jspecify.annotations.Nullable;

/** WeChat Pay gave no answer that can be trusted: the request may or may not have had its effect. Ask again. */
public final class WeChatPayUnknown extends RuntimeException {

    WeChatPayUnknown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
