package io.mendian.member.rechargegift;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.member.card.CardOffer;
import io.mendian.member.card.IssueCard;
import io.mendian.member.grant.CouponGrant;
import io.mendian.member.grant.CouponGrants;
import io.mendian.member.points.PointsRules;
import io.mendian.member.points.PointsSession;
import io.mendian.member.wallet.RechargeExtras;
import io.mendian.member.wallet.RechargeExtrasQueries;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives what a paid recharge promised on top, once: instalments are planned, points credited, punch cards issued at once;
 * coupons are written down as owed, and asked of marketing-service afterwards.
 */
@UseCase
public class GiveRechargeGifts {

    private final RechargeExtrasQueries extras;
    private final RechargeCoupons coupons;
    private final CouponGrants grants;
    private final IssueCard issueCard;
    private final PointsRules rules;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    GiveRechargeGifts(
            RechargeExtrasQueries extras,
            RechargeCoupons coupons,
            CouponGrants grants,
            IssueCard issueCard,
            PointsRules rules,
            JdbcTemplate jdbc,
            Clock clock) {
        this.extras = extras;
        this.coupons = coupons;
        this.grants = grants;
        this.issueCard = issueCard;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The session must have been opened for the member; its caller saves it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(OrderPaid order, MemberKey member, PointsSession points) {
        for (OrderLine line : order.lines()) {
            RechargeTerms terms = line.rechargeTerms();
            RechargeExtras more = terms == null ? RechargeExtras.NONE : extras.at(terms.packageId(), order.paidAt());
            if (!more.equals(RechargeExtras.NONE)) {
                plan(order, line, member, more);
                String cause = order.orderId().text() + ":" + line.lineId();
                boolean ignored =
                        points.award(member, more.points() * line.quantity(), "RECHARGE", cause, rules.current());
                oweCoupons(order, line, member, more);
                issueCards(order, line, member, more);
            }
        }
    }

    private void plan(OrderPaid order, OrderLine line, MemberKey member, RechargeExtras more) {
        int number = 1;
        for (RechargeExtras.Instalment part : more.instalments()) {
            jdbc.update(
                    """
                    INSERT INTO bonus_instalment (order_id, line_id, number, member_key, bonus_minor, due_at, status)
                    VALUES (?, ?, ?, ?, ?, ?, 'PLANNED')
                    """,
                    order.orderId().value(),
                    line.lineId(),
                    number++,
                    member.value(),
                    part.bonusMinor() * line.quantity(),
                    Timestamp.from(order.paidAt().plus(Duration.ofDays(part.afterDays()))));
        }
    }

    private void oweCoupons(OrderPaid order, OrderLine line, MemberKey member, RechargeExtras more) {
        Instant now = clock.instant();
        String cause = order.orderId().text() + ":" + line.lineId();
        for (RechargeExtras.Coupons kind : more.coupons()) {
            for (long i = 0; i < kind.count() * line.quantity(); i++) {
                long grantId = Ids.next();
                coupons.add(grantId, order.orderId().value(), line.lineId(), now);
                grants.owe(new CouponGrant(
                        grantId, member, kind.templateId(), RechargeGiftOutcome.CAUSE, cause + ":" + grantId));
            }
        }
    }

    private void issueCards(OrderPaid order, OrderLine line, MemberKey member, RechargeExtras more) {
        int piece = 1;
        for (RechargeExtras.GiftedCard card : more.cards()) {
            CardTerms terms =
                    new CardTerms("PUNCH", card.uses(), card.validDays(), card.serviceSkuIds(), card.storeIds(), null);
            for (long i = 0; i < line.quantity(); i++) {
                issueCard.issue(new CardOffer(
                        member,
                        card.productSkuId(),
                        card.name(),
                        terms,
                        RechargeGiftOutcome.CAUSE,
                        order.orderId().text() + ":" + line.lineId(),
                        piece++,
                        0,
                        card.valueMinor(),
                        order.paidAt()));
            }
        }
    }
}
