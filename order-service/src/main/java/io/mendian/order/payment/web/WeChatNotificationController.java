package io.mendian.order.payment.web;

import io.mendian.order.payment.ConfirmWeChatPayment;
import io.mendian.order.payment.client.Trade;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.runtime.security.AllowAnyone;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes WeChat Pay's word that money came in; 204 says that we know now, anything else has it told again. */
@RestController
class WeChatNotificationController {

    private final WeChatPay weChatPay;
    private final ConfirmWeChatPayment confirmWeChatPayment;

    WeChatNotificationController(WeChatPay weChatPay, ConfirmWeChatPayment confirmWeChatPayment) {
        this.weChatPay = weChatPay;
        this.confirmWeChatPayment = confirmWeChatPayment;
    }

    @Operation(
            summary = "Payment notification of WeChat Pay",
            description =
                    "Signed by the provider and encrypted; may come twice, late or never. 204: known. 401: not by the"
                            + " provider, or its clock is more than 5 minutes away.")
    @PostMapping("/open/v1/wechat-pay/notifications")
    @AllowAnyone
    ResponseEntity<Map<String, String>> paid(@RequestBody String body, HttpServletRequest request) {
        Optional<WeChatPay.Notice> notice;
        try {
            notice = weChatPay.open(name -> request.getHeader(String.valueOf(name)), body);
        } catch (WeChatPayUnknown e) {
            return fail(503, "not set up");
        }
        if (notice.isEmpty()) {
            return fail(401, "signature");
        }
        Trade trade = weChatPay.trade(notice.get().resource());
        if (!weChatPay.isOurs(trade)) {
            return fail(400, "another merchant's or app's");
        }
        if (!trade.isPaid()) {
            return ResponseEntity.noContent().build();
        }
        return switch (confirmWeChatPayment.confirm(trade)) {
            case CAPTURED, SURPLUS, KNOWN_BEFORE, REVERSED ->
                ResponseEntity.noContent().build();
            case NOT_OURS -> fail(400, "not what was asked for");
        };
    }

    private static ResponseEntity<Map<String, String>> fail(int status, String message) {
        return ResponseEntity.status(status).body(Map.of("code", "FAIL", "message", message));
    }
}
