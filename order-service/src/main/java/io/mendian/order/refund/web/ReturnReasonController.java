package io.mendian.order.refund.web;

import io.mendian.order.refund.ReturnReason;
import io.mendian.order.refund.ReturnReasons;
import io.mendian.order.refund.SaveReturnReason;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of return reasons, as headquarters keeps it. */
@RestController
@RequestMapping("/hq/v1/return-reasons")
class ReturnReasonController {

    private final ReturnReasons reasons;
    private final SaveReturnReason saveReturnReason;

    ReturnReasonController(ReturnReasons reasons, SaveReturnReason saveReturnReason) {
        this.reasons = reasons;
        this.saveReturnReason = saveReturnReason;
    }

    record ReasonBody(
            @NotBlank @Size(max = 80) String textZh,
            @NotBlank @Size(max = 80) String textEn,
            @NotNull @Pattern(regexp = "MERCHANT|CONSUMER") String cause,
            boolean restock,
            boolean active,
            int position) {}

    @Operation(summary = "All reasons, also those no longer offered")
    @GetMapping
    @Allow(Right.ORDERS_READ)
    List<ReturnReason> list() {
        return reasons.list(false);
    }

    @Operation(
            summary = "Add or change a reason",
            description =
                    "code: capital letters, digits and _, up to 40. cause MERCHANT or CONSUMER decides the legal formula"
                            + " for cards and recharges; restock: whether pieces usually go back on the shelf; active false: no longer"
                            + " offered, old refunds keep it")
    @ChainWide
    @PutMapping("/{code}")
    @Allow(Right.ORDERS_REFUND_APPROVE)
    ReturnReason save(
            @PathVariable @Pattern(regexp = "[A-Z0-9_]{1,40}") String code, @Valid @RequestBody ReasonBody body) {
        return saveReturnReason.save(
                new ReturnReason(code, body.textZh, body.textEn, body.cause, body.restock, body.active, body.position));
    }
}
