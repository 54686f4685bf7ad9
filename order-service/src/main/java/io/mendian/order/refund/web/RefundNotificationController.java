package io.mendian.order.refund.web;

import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.order.refund.AdvanceRefunds;
import io.mendian.runtime.security.AllowAnyone;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes WeChat Pay's word that a refund has ended; what it says is then asked for, so that its word alone moves nothing. */
@RestController
class RefundNotificationController {

    private final WeChatPay weChatPay;
    private final AdvanceRefunds advanceRefunds;

    RefundNotificationController(WeChatPay weChatPay, AdvanceRefunds advanceRefunds) {
        this.weChatPay = weChatPay;
        this.advanceRefunds = advanceRefunds;
    }

    @Operation(
            summary = "Refund notification of WeChat Pay",
            description =
                    "Signed by the provider and encrypted. 204: known. 401: not by the provider, or its clock is more"
                            + " than 5 minutes away.")
    @PostMapping("/open/v1/wechat-pay/refund-notifications")
    @AllowAnyone
    ResponseEntity<Map<String, String>> refunded(@RequestBody String body, HttpServletRequest request) {
        Optional<WeChatPay.Notice> notice;
        try {
            notice = weChatPay.open(name -> request.getHeader(String.valueOf(name)), body);
        } catch (WeChatPayUnknown e) {
            return ResponseEntity.status(503).body(Map.of("code", "FAIL", "message", "not set up"));
        }
        if (notice.isEmpty()) {
            return ResponseEntity.status(401).body(Map.of("code", "FAIL", "message", "signature"));
        }
        advanceRefunds.told(notice.get().resource().path("out_refund_no").asString(""));
        return ResponseEntity.noContent().build();
    }
}
