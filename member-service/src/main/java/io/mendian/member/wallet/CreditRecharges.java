package io.mendian.member.wallet;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Credits the recharge lines of a paid order, each once, with the principal and bonus that were promised per piece. */
@UseCase
public class CreditRecharges {

    private final Recharges recharges;
    private final Clock clock;

    CreditRecharges(Recharges recharges, Clock clock) {
        this.recharges = recharges;
        this.clock = clock;
    }

    /** Whether a paid order recharges anything. */
    public static boolean has(OrderPaid order) {
        return order.lines().stream().anyMatch(line -> line.rechargeTerms() != null);
    }

    /** The session's caller saves it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void credit(OrderPaid order, MemberKey member, WalletSession wallet) {
        for (OrderLine line : order.lines()) {
            RechargeTerms terms = line.rechargeTerms();
            if (terms != null) {
                StoredValue given = new StoredValue(
                        Math.multiplyExact(terms.principalMinor(), line.quantity()),
                        Math.multiplyExact(terms.bonusMinor(), line.quantity()));
                recharges.add(
                        member,
                        new Recharge(
                                order.orderId().value(), line.lineId(), line.netMinor(), given, 0, StoredValue.NONE),
                        clock.instant());
                wallet.post(member, given, "RECHARGE", order.orderId().text() + ":" + line.lineId());
            }
        }
    }
}
