package io.mendian.member.signin;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.grant.CouponGrant;
import io.mendian.member.grant.CouponGrants;
import io.mendian.member.points.PointsRule;
import io.mendian.member.points.PointsRules;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs a member in for the local day of the chain: points once a day, a gift for a whole streak. A second tap on the same
 * day finds the first one; a day left out begins the streak anew.
 */
@UseCase
public class SignInToday {

    static final String CAUSE = "SIGN_IN";

    private final SignIns signIns;
    private final Vouchers vouchers;
    private final CouponGrants grants;
    private final PointsSessions sessions;
    private final PointsRules rules;
    private final Outbox outbox;
    private final Clock clock;
    private final BusinessDay days;

    SignInToday(
            SignIns signIns,
            Vouchers vouchers,
            CouponGrants grants,
            PointsSessions sessions,
            PointsRules rules,
            Outbox outbox,
            Clock clock,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.signIns = signIns;
        this.vouchers = vouchers;
        this.grants = grants;
        this.sessions = sessions;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
        this.days = BusinessDay.in(zone);
    }

    @Transactional
    public SignInView signIn(MemberKey member) {
        if (!signIns.hasPhone(member.value())) {
            throw SignInProblem.PHONE_NEEDED.with();
        }
        // the account is locked first: two taps meet here, and the second finds the day of the first
        PointsSession session = sessions.open(List.of(member.value()));
        LocalDate today = days.dateOf(clock.instant());
        if (signIns.streakOf(member.value(), today) != null) {
            return signIns.of(member.value(), today, true).orElseThrow();
        }
        SignInRule rule = signIns.rule();
        int streak = Objects.requireNonNullElse(signIns.streakOf(member.value(), today.minusDays(1)), 0) + 1;
        signIns.add(member.value(), today, streak, rule.pointsPerDay(), clock.instant());
        PointsRule pointsRule = rules.current();
        session.award(member, rule.pointsPerDay(), CAUSE, today.toString(), pointsRule);
        if (rule.yieldsGift(streak)) {
            give(rule, member, today, session, pointsRule);
        }
        outbox.addAll(session.save());
        return signIns.of(member.value(), today, false).orElseThrow();
    }

    private void give(
            SignInRule rule, MemberKey member, LocalDate today, PointsSession session, PointsRule pointsRule) {
        long giftId = Ids.next();
        signIns.addGift(giftId, member.value(), today, rule);
        switch (rule.giftKind()) {
            case POINTS -> session.award(member, rule.giftPoints(), "STREAK", today.toString(), pointsRule);
            case COUPON ->
                grants.owe(new CouponGrant(
                        giftId, member, Objects.requireNonNull(rule.giftTemplateId()), CAUSE, Long.toString(giftId)));
            case VOUCHER ->
                vouchers.issue(
                        member,
                        Objects.requireNonNull(rule.giftTitle()),
                        CAUSE,
                        Long.toString(giftId),
                        days.startOf(today.plusDays(rule.voucherDays() + 1L)));
            case NONE -> throw new IllegalStateException("no gift to give");
        }
    }
}
