package io.mendian.member.cardshare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A checkout holds uses of a card that is shared with its buyer, as long as it is. */
class SharedCardHoldTest extends CardShareCase {

    @Test
    void aWithdrawnShareHoldsNothingMoreHoweverCloseTheCheckout() {
        for (int round = 0; round < 5; round++) {
            String share = shared();
            List<Sale> sales = List.of(assets.saleTo(relative), assets.saleTo(relative), assets.saleTo(relative));
            long[] heldAfterwards = new long[1];
            Race.run(4, i -> () -> {
                int status = i == 0
                        ? withdraw(share).status()
                        : hold(sales.get(i - 1)).status();
                if (i == 0) {
                    heldAfterwards[0] = held();
                }
                return status;
            });
            // what was not held when the owner had his answer is not held later
            assertThat(held()).isEqualTo(heldAfterwards[0]);
            hold(assets.saleTo(relative)).expectProblem(409, "NO_CARD_FOR_SERVICE");
            sales.forEach(sale -> assets.asOrderService()
                    .delete("/internal/v1/holds/" + sale.orderId().text())
                    .expect(204));
            assertThat(held()).isZero();
        }
        assertThat(left()).isEqualTo(5);
    }

    private Api.Answer hold(Sale sale) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/holds",
                        Map.of(
                                "holdId",
                                sale.orderId().text(),
                                "memberKey",
                                relative.text(),
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
                                        1))));
    }

    private long held() {
        return assets.number("SELECT SUM(uses_held) FROM card WHERE member_key = ?", owner);
    }
}
