package io.mendian.order.presale;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each piece, deposit, balance and penalty once, whoever is at it at the same instant; and never more than the law allows. */
@MendianTest
class PresaleRaceTest extends PresaleSteps {

    @Test
    void theLastPiecesAreTakenOnceAmongSixteen() {
        String offer = offer("KEEP", 3);
        List<Race.Outcome<Integer>> outcomes =
                Race.run(16, i -> () -> buy(offer, 1).status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 201)).hasSize(3);
        assertThat(number("SELECT taken FROM presale_offer WHERE id = " + offer))
                .isEqualTo(3);
        assertThat(number("SELECT SUM(pieces) FROM presale_order WHERE offer_id = " + offer))
                .isEqualTo(3);
    }

    @Test
    void aDepositAndABalanceAreTakenOnceAmongEight() {
        String order = ordered(offer("KEEP", 1));
        assertThat(Race.run(8, i -> () -> booked(order).status()))
                .filteredOn(outcome -> outcome.value() == 200)
                .hasSize(1);
        assertThat(ledger(order)).containsExactly("RECEIVED 1500");
        days(2);
        assertThat(Race.run(8, i -> () -> booked(order).status()))
                .filteredOn(outcome -> outcome.value() == 200)
                .hasSize(1);
        assertThat(ledger(order)).containsExactly("RECEIVED 1500", "USED -1500");
        assertThat(number("SELECT SUM(amount_minor) FROM order_tender WHERE order_id = " + order))
                .isEqualTo(DEPOSIT + BALANCE);
    }

    @Test
    void balanceAndEndAtTheSameInstantHaveOneWinner() {
        for (int round = 0; round < 6; round++) {
            String order = deposited(offer("KEEP", 1));
            days(3);
            int kind = round;
            List<Race.Outcome<Integer>> ignored = Race.run(
                    6,
                    i -> () -> i % 2 == 0
                            ? booked(order).status()
                            : endAtStore(order, kind % 2 == 0).status());
            boolean paid = status(order).equals("PAID");
            assertThat(ledger(order))
                    .containsExactly(
                            "RECEIVED 1500", paid ? "USED -1500" : kind % 2 == 0 ? "GIVEN_BACK -1500" : "KEPT -1500");
            assertThat(number("SELECT COALESCE(SUM(penalty_minor), 0) FROM presale_order WHERE order_id = " + order))
                    .isEqualTo(!paid && kind % 2 == 0 ? DEPOSIT : 0);
        }
    }

    @Test
    void aPenaltyIsPaidOnceAmongEight() {
        String order = deposited(offer("KEEP", 1));
        endAtStore(order, true).expect(200);
        List<Race.Outcome<Integer>> outcomes = Race.run(
                8,
                i -> () -> api.as(manager)
                        .post(
                                "/store/v1/presale-orders/" + order + "/penalty",
                                Map.of("way", "BANK", "reference", "transfer " + i))
                        .status());
        assertThat(outcomes.stream().filter(outcome -> outcome.value() == 200)).hasSize(1);
    }

    @Test
    void noDepositIsAboveTheLawsFifth() {
        Random random = new Random(586);
        for (int i = 0; i < 300_000; i++) {
            long price = 1 + random.nextInt(1_000_000);
            long worth = random.nextLong(price);
            long most = PresaleOffer.mostDeposit(price, worth);
            assertThat(most * 5 <= PresaleOffer.net(price, most, worth)).isTrue();
            assertThat((most + 1) * 5 > PresaleOffer.net(price, most + 1, worth))
                    .isTrue();
        }
        // 80.00 are left of 100.00 when the deposit counts for 20.00: 20.00 of 100.00 is just allowed
        offered(shop.goods(10_000), 2_000, 2_000, "KEEP", 1).expect(201);
        offered(shop.goods(10_000), 2_001, 2_001, "KEEP", 1).expectProblem(409, "PRESALE_DEPOSIT_TOO_HIGH");
        offered(shop.goods(10_000), 1_000, 999, "KEEP", 1).expectProblem(409, "PRESALE_WORTH_WRONG");
        offered(shop.service(10_000), 1_000, 1_000, "KEEP", 1).expectProblem(409, "PRESALE_GOODS_ONLY");
    }

    @Test
    void theBooksNameADepositThatIsGone() {
        String order = deposited(offer("KEEP", 1));
        assertThat(offenders()).doesNotContain(order);
        jdbc.update("UPDATE presale_entry SET amount_minor = amount_minor + 1 WHERE order_id = " + order);
        assertThat(offenders()).contains(order);
        jdbc.update("UPDATE presale_entry SET amount_minor = amount_minor - 1 WHERE order_id = " + order);
        assertThat(offenders()).doesNotContain(order);
    }

    private String offenders() {
        JsonNode checks = api.as(TestCallers.headquarters())
                .get("/hq/v1/books/order")
                .expect(200)
                .json()
                .path("checks");
        StringBuilder all = new StringBuilder();
        checks.valueStream().forEach(check -> all.append(check.path("offenders")));
        return all.toString();
    }
}
