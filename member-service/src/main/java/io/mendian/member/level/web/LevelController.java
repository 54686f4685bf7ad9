package io.mendian.member.level.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.level.GrantLevel;
import io.mendian.member.level.LadderTerms;
import io.mendian.member.level.Level;
import io.mendian.member.level.LevelChange;
import io.mendian.member.level.LevelQueries;
import io.mendian.member.level.SetLadder;
import io.mendian.member.level.SimulateLadder;
import io.mendian.member.level.SimulationView;
import io.mendian.member.level.StandingView;
import io.mendian.member.member.MemberAccess;
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
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LevelController {

    private final LevelQueries queries;
    private final SetLadder setLadder;
    private final GrantLevel grantLevel;
    private final SimulateLadder simulateLadder;
    private final MemberAccess access;

    LevelController(
            LevelQueries queries,
            SetLadder setLadder,
            GrantLevel grantLevel,
            SimulateLadder simulateLadder,
            MemberAccess access) {
        this.simulateLadder = simulateLadder;
        this.access = access;
        this.queries = queries;
        this.setLadder = setLadder;
        this.grantLevel = grantLevel;
    }

    @GetMapping("/app/v1/levels")
    @Allow
    @Operation(summary = "会员等级一览：the ladder with its benefits", description = "Lowest level first.")
    List<Level> ladder() {
        return queries.ladder();
    }

    @GetMapping("/hq/v1/levels")
    @Allow({Right.LOYALTY_RULES, Right.MEMBERS_READ})
    @Operation(summary = "等级设置：the ladder in force", description = "Lowest level first.")
    List<Level> ladderInForce() {
        return queries.ladder();
    }

    @ChainWide
    @PutMapping("/hq/v1/levels")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "设置会员等级：set the ladder", description = """
                    Lowest level first; the lowest has no thresholds, every other at least one of SPEND, RECHARGE (smallest \
                    currency unit), ORDERS, POINTS, and a level is reached when any is. Thresholds of a measure rise strictly. \
                    retain: what keeps the level at the end of a period (the thresholds if left out). terms (those in force if \
                    left out): period LIFETIME, CALENDAR_YEAR, ANNIVERSARY or ROLLING with months; onMiss ONE_STEP_DOWN or TO_FIT; \
                    floor; onChange AT_ONCE (everybody is reviewed on the months up to today) or RISE_ONLY (nobody falls before \
                    his period ends); accelerations {fromMinor, level} for one purchase; boostDays and boostPermille. \
                    400 LADDER_INVALID names the field.""")
    List<Level> set(@Valid @RequestBody LadderRequest body, Caller caller, HttpServletRequest http) {
        return setLadder.set(body.toTerms(), body.toLevels(), caller, Origin.of(http));
    }

    @GetMapping("/hq/v1/level-terms")
    @Allow({Right.LOYALTY_RULES, Right.MEMBERS_READ})
    @Operation(summary = "等级有效期与规则：how levels last, are lost, and are reached faster")
    LadderTerms terms() {
        return queries.terms();
    }

    @ChainWide
    @PostMapping("/hq/v1/levels/simulations")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "等级模拟：what a ladder would do, before it goes live", description = """
                    The same body as setting the ladder; nothing is changed. Counts of members by level before and after, the \
                    falls first, with up to 5 member keys each. 400 LADDER_INVALID names the field.""")
    SimulationView simulate(@Valid @RequestBody LadderRequest body) {
        return simulateLadder.simulate(body.toTerms(), body.toLevels());
    }

    @GetMapping("/app/v1/me/level")
    @Allow
    @Operation(summary = "我的等级：my level, progress, and the gap to the next", description = "next is null at the top.")
    StandingView mine(Caller caller) {
        return queries.standing(caller.memberKey());
    }

    @GetMapping({"/store/v1/members/{memberKey}/level", "/hq/v1/members/{memberKey}/level"})
    @Allow({Right.ASSETS_READ, Right.MEMBERS_READ})
    @Operation(summary = "会员的等级：a member's level and progress")
    StandingView ofMember(@PathVariable long memberKey, Caller caller) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.standing(MemberKey.of(memberKey));
    }

    @GetMapping({"/store/v1/members/{memberKey}/level-history", "/hq/v1/members/{memberKey}/level-history"})
    @Allow({Right.ASSETS_READ, Right.MEMBERS_READ})
    @Operation(summary = "等级变更记录：level changes, newest first", description = "Page with before = the last step seen.")
    List<LevelChange> history(
            @PathVariable long memberKey,
            Caller caller,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.history(MemberKey.of(memberKey), before, limit);
    }

    @PostMapping("/hq/v1/members/{memberKey}/level-grants")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "手动授予等级：grant a level by hand", description = """
                    The member does not fall below it, whatever he returns. level null takes the grant back. \
                    404 LEVEL_UNKNOWN.""")
    StandingView grant(
            @PathVariable long memberKey,
            @Valid @RequestBody LevelGrantRequest body,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return grantLevel.grant(MemberKey.of(memberKey), body.level(), caller, Origin.of(http));
    }
}
