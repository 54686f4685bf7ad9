package io.mendian.member.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.member.level.LevelRight;
import java.util.Set;

/**
 * What a checkout needs to know of a member, at this instant; amounts in the smallest currency unit.
 *
 * @param levelPricePermille 900 is 9折, 1000 none
 * @param pointsBalance points that can be spent now: not expired, not held
 * @param pointsPerCurrencyUnit how many points pay one currency unit
 * @param pointsCapPermille the most of an order that points may pay
 * @param principalMinor stored value that no other order holds
 * @param levelRights what the level entitles to: PRE_ORDER, PRIORITY_DELIVERY, OWN_AGENT, BIRTHDAY_GIFT, FREE_GIFT
 * @param paidOrders orders paid and not fully refunded, recharges alone not counted; 0 for a newcomer
 */
public record CheckoutContext(
        MemberKey memberKey,
        String level,
        String levelName,
        int levelPricePermille,
        boolean memberPrices,
        long pointsBalance,
        int pointsPerCurrencyUnit,
        int pointsCapPermille,
        long principalMinor,
        long bonusMinor,
        Set<LevelRight> levelRights,
        long paidOrders) {}
