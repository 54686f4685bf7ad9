package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.SkuId;
import io.mendian.member.history.Sale;
import io.mendian.member.wallet.StoredValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The row of a hold gives back no more than it took, whoever has counted before. */
class HoldGuardTest extends HoldCase {

    private static final SkuId YOGA = SkuId.of(99_107);

    @Autowired
    Holds holds;

    @Autowired
    HoldParts parts;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void neitherPointsNorPrincipalNorBonusComeBackBeyondWhatWasTaken() {
        Sale sale = assets.saleTo(member).goods(12_000).points(100);
        assets.hold(sale, member, 100, 5_500).expect(200);
        long hold = sale.orderId().value();
        StoredValue taken =
                transaction.execute(status -> holds.lock(hold).orElseThrow().stored());
        assertThat(taken.totalMinor()).isEqualTo(5_500);
        for (StoredValue more :
                List.of(new StoredValue(taken.principalMinor() + 1, 0), new StoredValue(0, taken.bonusMinor() + 1))) {
            assertThatThrownBy(() -> back(hold, 0, more)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> back(hold, 101, StoredValue.NONE)).isInstanceOf(IllegalStateException.class);
        transaction.executeWithoutResult(status -> {
            back(hold, 100, taken);
            assertThatThrownBy(() -> back(hold, 1, StoredValue.NONE)).isInstanceOf(IllegalStateException.class);
            status.setRollbackOnly();
        });
    }

    @Test
    void noUseOfACardComesBackTwice() {
        deliveries.deliver(assets.saleTo(member)
                .card(1, new CardTerms("PUNCH", 3, null, List.of(YOGA), List.of()), 9_000)
                .paid());
        Sale sale = assets.saleTo(member).cardUse(YOGA, 2, 6_000);
        assets.asOrderService()
                .post(
                        "/internal/v1/holds",
                        Map.of(
                                "holdId",
                                sale.orderId().text(),
                                "memberKey",
                                member.text(),
                                "points",
                                0,
                                "storedValueMinor",
                                0,
                                "expiresAt",
                                clock.instant().plusSeconds(900),
                                "cardUses",
                                List.of(Map.of(
                                        "lineId",
                                        "1",
                                        "serviceSkuId",
                                        YOGA.text(),
                                        "storeId",
                                        Sale.STORE.text(),
                                        "uses",
                                        2))))
                .expect(200);
        long hold = sale.orderId().value();
        transaction.executeWithoutResult(status -> {
            HeldUses held = parts.uses(hold).getFirst();
            assertThatThrownBy(() -> parts.giveBack(hold, held, 3)).isInstanceOf(IllegalStateException.class);
            parts.giveBack(hold, held, 1);
            // who read it before the other wrote
            assertThatThrownBy(() -> parts.giveBack(hold, held, 1)).isInstanceOf(IllegalStateException.class);
            status.setRollbackOnly();
        });
    }

    @Test
    void noMoneyOfAGiftCardComesBackTwice() {
        Sale sale = assets.saleTo(member).goods(12_000).points(100);
        assets.hold(sale, member, 100, 0).expect(200);
        long hold = sale.orderId().value();
        transaction.executeWithoutResult(status -> {
            parts.add(hold, new HeldGift(99_108, 500, 0));
            HeldGift held = parts.gifts(hold).getFirst();
            assertThatThrownBy(() -> parts.giveBack(hold, held, 501)).isInstanceOf(IllegalStateException.class);
            parts.giveBack(hold, held, 300);
            // who read it before the other wrote
            assertThatThrownBy(() -> parts.giveBack(hold, held, 200)).isInstanceOf(IllegalStateException.class);
            status.setRollbackOnly();
        });
    }

    private void back(long hold, long points, StoredValue stored) {
        transaction.executeWithoutResult(
                status -> holds.giveBack(holds.lock(hold).orElseThrow(), points, stored));
    }
}
