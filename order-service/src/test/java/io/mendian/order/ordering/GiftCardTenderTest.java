package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gift cards pay like money, never more than they have, and their codes are nowhere. */
@MendianTest
class GiftCardTenderTest extends TenderSteps {

    @Test
    void aGiftCardPaysForAGuestAndItsCodeIsNowhere() {
        JsonNode sale = sell(Map.of(
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 1000)),
                        "lines", List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json();
        String order = sale.path("orderId").asString();
        assertThat(sale.path("status").asString()).isEqualTo("PAID");
        assertThat(sale.toString()).doesNotContain(giftCard);
        assertThat(jdbc.queryForList("SELECT * FROM sales_order WHERE id = " + order)
                        .toString())
                .doesNotContain(giftCard);
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE gift_cards IS NULL AND id = " + order))
                .isEqualTo(1);
        assertThat(jdbc.queryForList("SELECT * FROM idempotency").toString()).doesNotContain(giftCard);
        assertThat(outbox.events(OrderPaid.class, order).getFirst().memberKey()).isNull();
    }

    @Test
    void aGiftCardsCodeIsEncryptedWhileItsOrderIsBeingPlacedAndStillServesToFinishIt() {
        inventory.isAwayFor(store, true);
        place(Map.of(
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 1000)),
                        "lines", List.of(line(shop.goods(1000), 1))))
                .expect(503);
        String kept = jdbc.queryForObject(
                "SELECT gift_cards FROM sales_order WHERE store_id = ?", String.class, store.value());
        assertThat(kept).isNotEmpty().doesNotContain(giftCard);
        inventory.isAwayFor(store, false);
        clock.advance(Duration.ofSeconds(31));
        finishStuckOrders.finish(100);
        assertThat(number(
                        "SELECT COUNT(*) FROM sales_order WHERE status = 'PAID' AND gift_cards IS NULL AND store_id = "
                                + store.value()))
                .isEqualTo(1);
        assertThat(members.heldOf(giftCard)).isEqualTo(1000);
    }

    @Test
    void theSameGiftCardNamedTwiceIsOneTender() {
        JsonNode sale = sell(Map.of(
                        "giftCards",
                        List.of(
                                Map.of("code", giftCard, "amountMinor", 600),
                                Map.of("code", giftCard, "amountMinor", 400)),
                        "lines",
                        List.of(line(shop.goods(1000), 1))))
                .expect(201)
                .json();
        assertThat(sale.path("tenders")).hasSize(1);
        assertThat(sale.path("tenders").get(0).path("amountMinor").asLong()).isEqualTo(1000);
    }

    @Test
    void sixteenOrdersWithOneGiftCardSpendNoMoreThanItHas() {
        Race.run(
                16,
                i -> () -> sell(Map.of(
                                "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 1000)),
                                "lines", List.of(line(shop.goods(1000), 1))))
                        .status());
        assertThat(members.heldOf(giftCard)).isEqualTo(2000);
        assertThat(number("SELECT COALESCE(SUM(t.amount_minor), 0) FROM order_tender t JOIN sales_order o ON o.id ="
                        + " t.order_id WHERE t.kind = 'GIFT_CARD' AND o.status = 'PAID' AND o.store_id = "
                        + store.value()))
                .isEqualTo(2000);
    }

    @Test
    void aGiftCardIsBoughtWithMoneyOnly() {
        SkuId card = shop.giftCard(10_000);
        Map<String, Object> basket = Map.of("memberCode", code, "lines", List.of(line(card, 1)));
        sell(with(basket, "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 100))))
                .expectProblem(409, "PREPAID_BY_PREPAID");
        members.shows(code, member);
        // no level price on it: it costs what it is worth
        JsonNode sale = sell(with(basket, "cash", Map.of("receivedMinor", 10_000)))
                .expect(201)
                .json();
        OrderPaid paid =
                outbox.events(OrderPaid.class, sale.path("orderId").asString()).getFirst();
        assertThat(paid.lines().getFirst().cardTerms().valueMinor()).isEqualTo(10_000);
        assertThat(paid.payableMinor()).isEqualTo(10_000);
    }
}
