package io.mendian.member.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.member.history.Sale;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Refunds of punch cards, period cards and gift cards. */
class CardRefundTest extends AssetRefundCase {

    @Test
    void aPunchCardGivesBackByItsUsesAndPaysForNothingMeanwhile() {
        CardTerms ten = new CardTerms("PUNCH", 10, null, List.of(YOGA), List.of());
        Sale sale = assets.saleTo(member).card(1, ten, 80_000);
        deliveries.deliver(sale.paid());
        for (int i = 0; i < 3; i++) {
            use("r" + i + member).expect(200);
        }
        assertThat(quote(sale, "MERCHANT", 80_000).json().path("refundMinor").asLong())
                .isEqualTo(56_000);
        JsonNode quote = quote(sale, "CONSUMER", 80_000).json();
        assertThat(quote.path("takesBack").path("uses").asLong()).isEqualTo(7);
        refund(sale, "MERCHANT", 80_000, 56_000).expect(200);
        use("later" + member).expectProblem(409, "NO_CARD_FOR_SERVICE");
        release().expect(204);
        use("again" + member).expect(200);
        String other = Long.toString(Ids.next());
        refundAs(other, sale, "MERCHANT", 80_000, 48_000).expect(200);
        deliveries.deliverTwice(sale.refund(1, 1, 80_000).id(other).full().event());
        assertThat(assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", member))
                .isZero();
    }

    @Test
    void theSinglePriceOfAUseCountsWhenTheConsumerIsTheCause() {
        SkuId product = SkuId.of(88_001);
        Api hq = api.as(TestCallers.headquarters());
        hq.put("/hq/v1/prepaid-products/SKU:" + product, Map.of("unitListMinor", 15_000))
                .expect(200);
        CardTerms ten = new CardTerms("PUNCH", 10, null, List.of(YOGA), List.of());
        Sale sale = assets.saleTo(member).card(1, ten, 100_000);
        deliveries.deliver(sale.paid());
        hq.put("/hq/v1/prepaid-products/SKU:" + product, Map.of()).expect(200);
        use("a" + member).expect(200);
        use("b" + member).expect(200);
        assertThat(quote(sale, "CONSUMER", 100_000).json().path("refundMinor").asLong())
                .isEqualTo(70_000);
        assertThat(quote(sale, "MERCHANT", 100_000).json().path("refundMinor").asLong())
                .isEqualTo(80_000);
    }

    @Test
    void aPeriodCardGivesBackItsDaysAndNotThoseItStoodFrozen() {
        MemberKey joined = assets.joined();
        Sale sale = assets.saleTo(joined).card(1, new CardTerms("PERIOD", 0, 100, List.of(), List.of()), 100_000);
        deliveries.deliver(sale.paid());
        clock.advance(Duration.ofDays(9));
        String card = api.as(TestCallers.member(joined))
                .get("/app/v1/me/cards")
                .json()
                .get(0)
                .path("cardId")
                .asString();
        Api hq = api.as(TestCallers.headquarters());
        hq.post("/hq/v1/members/" + joined + "/cards/" + card + "/freeze", Map.of())
                .expect(200);
        clock.advance(Duration.ofDays(30));
        assertThat(quote(sale, "MERCHANT", 100_000).json().path("refundMinor").asLong())
                .isEqualTo(90_000);
        hq.post("/hq/v1/members/" + joined + "/cards/" + card + "/resume", Map.of())
                .expect(200);
        assertThat(quote(sale, "CONSUMER", 100_000).json().path("refundMinor").asLong())
                .isEqualTo(90_000);
    }

    @Test
    void aGiftCardGivesBackWhatIsOnIt() {
        CardTerms gift = new CardTerms("GIFT", 0, null, List.of(), List.<StoreId>of(), 10_000L);
        Sale sale = assets.saleTo(member).card(1, gift, 9_000);
        deliveries.deliver(sale.paid());
        String id = api.as(TestCallers.member(member))
                .get("/app/v1/me/gift-cards")
                .json()
                .get(0)
                .path("giftCardId")
                .asString();
        api.as(TestCallers.member(member))
                .post("/app/v1/me/gift-cards/" + id + "/move-to-stored-value", Map.of("amountMinor", 5_000))
                .expect(200);
        assertThat(quote(sale, "CONSUMER", 9_000).json().path("refundMinor").asLong())
                .isEqualTo(4_000);
        refund(sale, "MERCHANT", 9_000, 4_500).expect(200);
        deliveries.deliverTwice(sale.refund(1, 1, 9_000).id(refundId).full().event());
        assertThat(assets.number("SELECT SUM(balance_minor) FROM gift_card WHERE buyer_key = ?", member))
                .isZero();
    }
}
