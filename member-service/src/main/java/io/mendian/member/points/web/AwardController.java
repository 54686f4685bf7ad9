package io.mendian.member.points.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.points.AwardPoints;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

// no @Idempotent here: the award's own id, given by the caller, is the key, and it holds for ever
@RestController
class AwardController {

    private final AwardPoints awardPoints;
    private final MemberAccess access;

    AwardController(AwardPoints awardPoints, MemberAccess access) {
        this.awardPoints = awardPoints;
        this.access = access;
    }

    /** Points of a campaign for a member. */
    record AwardRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9:._-]{1,64}")
            String awardId,

            @NotNull MemberKey memberKey,
            @Min(1) @Max(1_000_000) long points) {}

    /** Whether this call paid, or an earlier one had. */
    record Awarded(boolean paid) {}

    @PostMapping("/internal/v1/points-awards")
    @Allow
    @Operation(summary = "Give points for a campaign", description = """
                    awardId is the business key: a member is paid once for it, for ever; paid is false when he had been. 404.""")
    Awarded award(@Valid @RequestBody AwardRequest body, Caller caller) {
        access.requireVisible(caller, body.memberKey());
        return new Awarded(awardPoints.award(body.memberKey(), body.points(), body.awardId()));
    }
}
