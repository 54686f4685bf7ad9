package io.mendian.member.share.web;

import io.mendian.member.audit.Origin;
import io.mendian.member.share.ClaimShare;
import io.mendian.member.share.SetShareRule;
import io.mendian.member.share.ShareClaimView;
import io.mendian.member.share.ShareLink;
import io.mendian.member.share.ShareQueries;
import io.mendian.member.share.ShareRule;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShareController {

    private final ClaimShare claim;
    private final SetShareRule setRule;
    private final ShareQueries queries;

    ShareController(ClaimShare claim, SetShareRule setRule, ShareQueries queries) {
        this.claim = claim;
        this.setRule = setRule;
        this.queries = queries;
    }

    record ShareClaimRequest(
            @NotNull @Size(min = 5, max = 80) String link) {}

    record ShareRuleRequest(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,20}") String campaign,
            @Min(0) @Max(10_000) int points,
            @Min(0) @Max(1_000) int dailyCap,
            @Min(1) @Max(60) int joinedDays) {}

    @GetMapping("/app/v1/me/share-link")
    @Allow
    @Operation(summary = "我的分享链接：my share link and what it has brought")
    ShareLink link(Caller caller) {
        return queries.linkOf(caller.memberKey());
    }

    @PostMapping("/app/v1/me/share-claims")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow
    @Idempotent
    @Operation(summary = "填写好友分享：a newcomer names whose link brought him", description = """
                    Once for ever; the same link again is the same answer. The friend is paid points for so many newcomers a day. \
                    404 SHARE_LINK_UNKNOWN, 410 SHARE_ENDED, 409 SHARE_OWN, SHARE_NOT_NEW, SHARE_CLAIMED, SHARE_PHONE_NEEDED.""")
    ShareClaimView claim(@Valid @RequestBody ShareClaimRequest body, Caller caller) {
        return claim.claim(caller.memberKey(), body.link());
    }

    @GetMapping("/hq/v1/share-rule")
    @Allow({Right.LOYALTY_RULES, Right.MEMBERS_READ})
    @Operation(summary = "分享奖励规则：what bringing newcomers brings")
    ShareRule rule() {
        return queries.rule();
    }

    @ChainWide
    @PutMapping("/hq/v1/share-rule")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "设置分享奖励规则：set what bringing newcomers brings", description = """
                    points 0 to 10000 per newcomer, for dailyCap newcomers a day; joinedDays 1 to 60 to name the friend. Another \
                    campaign ends earlier links. 409 SHARE_RULE_CHANGED_MEANWHILE.""")
    ShareRule set(@Valid @RequestBody ShareRuleRequest body, Caller caller, HttpServletRequest http) {
        ShareRule wanted = new ShareRule(0, body.campaign(), body.points(), body.dailyCap(), body.joinedDays());
        return setRule.set(wanted, caller, Origin.of(http));
    }
}
