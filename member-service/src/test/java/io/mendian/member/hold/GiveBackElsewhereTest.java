package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stored value that comes back by another order's refund, or instead of other money. */
@MendianTest
class GiveBackElsewhereTest {

    @Autowired
    Assets assets;

    @Autowired
    Deliveries deliveries;

    @Test
    void carriedStoredValueComesBackToTheHoldThatHadPaidOnce() {
        MemberKey member = assets.joined();
        assets.recharge(member, 10_000, 1_000);
        Sale first = assets.saleTo(member).goods(1_100).storedValue(1_100);
        assets.hold(first, member, 0, 1_100).expect(200);
        deliveries.deliver(first.paid());
        assertThat(value(member)).isEqualTo(9_900);
        // its piece was exchanged: nothing comes back yet
        deliveries.deliver(
                first.refund(1, 1, 1_100).tender("EXCHANGE", 1_100, "X1").full().event());
        Sale taken = assets.saleTo(member).goods(400).goods(700);
        deliveries.deliver(taken.paid());
        assertThat(value(member)).isEqualTo(9_900);
        OrderRefunded part = taken.refund(1, 1, 400)
                .tender("STORED_VALUE", 400, first.orderId().text())
                .event();
        deliveries.deliverInParallel(part, 4);
        assertThat(value(member)).isEqualTo(10_300);
        deliveries.deliverTwice(taken.refund(2, 1, 700)
                .tender("STORED_VALUE", 700, first.orderId().text())
                .full()
                .event());
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(10_000);
        assertThat(assets.number("SELECT bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(1_000);
        assets.balance();
    }

    @Test
    void moneyThatCannotGoTheWayItCameIsCreditedAsPrincipalOnce() {
        MemberKey member = assets.joined();
        Sale sale = assets.saleTo(member).goods(900);
        deliveries.deliver(sale.paid());
        OrderRefunded refund = sale.refund(1, 1, 900)
                .tender("STORED_VALUE_CREDIT", 900, "R1")
                .full()
                .event();
        deliveries.deliverInParallel(refund, 4);
        deliveries.deliver(refund);
        assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(900);
        assertThat(assets.number("SELECT SUM(delta_minor) FROM wallet_entry WHERE member_key = ?", member))
                .isEqualTo(900);
        assets.balance();
    }

    private long value(MemberKey member) {
        return assets.number("SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member);
    }
}
