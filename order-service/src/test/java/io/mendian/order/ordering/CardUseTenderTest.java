package io.mendian.order.ordering;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Uses of a card pay services, and what comes back goes the way it came. */
@MendianTest
class CardUseTenderTest extends TenderSteps {

    @Test
    void theLastUseOfACardPaysOneServiceAmongSixteen() {
        members.hasUses(member, 1);
        SkuId pilates = shop.service(9000);
        Race.run(
                16,
                i -> () -> api.as(TestCallers.member(member))
                        .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(byCard(pilates, 1))))
                        .status());
        assertThat(number("SELECT COUNT(*) FROM sales_order WHERE status = 'PAID' AND member_key = " + member.value()))
                .isEqualTo(1);
        assertThat(members.heldUses(member)).isEqualTo(1);
    }

    @Test
    void onlyAServiceIsPaidByACardAndOnlyWhenTheMemberIsThere() {
        members.hasUses(member, 5);
        sell(Map.of("memberCode", code, "lines", List.of(byCard(shop.goods(100), 1))))
                .expectProblem(409, "CARD_USE_FOR_SERVICES");
        MemberKey away = shop.member(0, 0);
        sell(Map.of("memberKey", away.text(), "lines", List.of(byCard(shop.service(100), 1))))
                .expectProblem(409, "MEMBER_CODE_NEEDED");
        sell(Map.of("lines", List.of(byCard(shop.service(100), 1)))).expectProblem(409, "MEMBER_NEEDED");
    }

    @Test
    void whatComesBackGoesTheWayItCame() {
        members.hasUses(member, 2);
        SkuId cup = shop.goods(5000);
        String offer = api.as(TestCallers.headquarters())
                .post(
                        "/hq/v1/exchange-offers",
                        Map.of(
                                "skuId", cup.text(),
                                "points", 150,
                                "cashMinor", 500,
                                "limitPerMember", 2,
                                "until", clock.instant().plusSeconds(3600)))
                .expect(201)
                .json()
                .path("offerId")
                .asString();
        String order = sell(Map.of(
                        "memberCode", code,
                        "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 600)),
                        "booked", List.of(Map.of("label", "POS 机", "amountMinor", 400)),
                        "lines", List.of(byCard(shop.service(9000), 2), with(line(cup, 2), "exchangeOfferId", offer))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        giveBack(order, "1", 1);
        giveBack(order, "2", 1);
        List<OrderRefunded> told = outbox.events(OrderRefunded.class, order);
        assertThat(told.getFirst().tenders()).singleElement().satisfies(back -> {
            assertThat(back.kind()).isEqualTo("CARD_USE");
            assertThat(back.amountMinor()).isEqualTo(9000);
        });
        assertThat(told.getFirst().pointsReturned()).isZero();
        assertThat(told.get(1).tenders())
                .extracting("kind", "amountMinor")
                .containsExactlyInAnyOrder(tuple("GIFT_CARD", 300L), tuple("BOOKED", 200L));
        assertThat(told.get(1).pointsReturned()).isEqualTo(150);
        giveBack(order, "2", 1);
        giveBack(order, "1", 1);
        told = outbox.events(OrderRefunded.class, order);
        assertThat(told.stream().mapToLong(OrderRefunded::pointsReturned).sum()).isEqualTo(300);
        assertThat(told.stream().mapToLong(OrderRefunded::amountMinor).sum()).isEqualTo(19_000);
        assertThat(told.getLast().full()).isTrue();
        assertThat(number("SELECT pieces FROM exchange_taken WHERE offer_id = " + offer))
                .isZero();
    }
}
