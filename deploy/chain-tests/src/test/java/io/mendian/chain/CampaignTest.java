package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Group-buy, flash sale and bargain over all services: seats and pieces are never exceeded, a group that fails gives back once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignTest extends CampaignCase {

    @Test
    void twoFillAGroupAndOnlyThenTheGoodsMayLeave() {
        String offer = groupOffer(2);
        List<Member> members = members(6);
        Member opener = members.getFirst();
        String first = opens(opener, offer);
        assertThat(group(opener, first)).isEqualTo("PENDING");
        shop.clerk.post("/store/v1/orders/" + first + "/ready", "").expectProblem(409, "GROUP_PENDING");
        // five want the one seat that is left
        List<Supplier<Door.Answer>> rush = members.subList(1, 6).stream()
                .map(member -> (Supplier<Door.Answer>) () -> order(member, with("offerId", offer, "groupId", first)))
                .toList();
        List<Door.Answer> answers = atOnce(rush);
        assertThat(withStatus(answers, 201)).as(answers.toString()).hasSize(1);
        assertThat(withStatus(answers, 409)).hasSize(4).allMatch(no -> no.body().contains("\"GROUP_FULL\""));
        String second = withStatus(answers, 201).getFirst().text("orderId");
        Member joiner = members.get(1 + answers.indexOf(withStatus(answers, 201).getFirst()));
        joiner.paysByWeChat(shop, second);
        Shop.eventually(() -> group(opener, first), "SUCCEEDED");
        Shop.eventually(() -> group(joiner, second), "SUCCEEDED");
        shop.clerk.post("/store/v1/orders/" + first + "/ready", "").expect(200);
        shop.clerk.post("/store/v1/orders/" + first + "/fetched", "").expect(200);
        JsonNode figures = figures(offer);
        assertThat(figures.path("groupsFilled").asLong()).isEqualTo(1);
        assertThat(figures.path("seatsPaid").asLong()).isEqualTo(2);
        assertThat(figures.path("paidMinor").asLong()).isEqualTo(2 * GROUP_PRICE);
        shop.settles();
    }

    @Test
    void aGroupWhoseTimeIsOverGivesEveryMemberHisMoneyBackOnce() {
        long stock = shop.onHand(apples);
        String offer = groupOffer(3);
        List<Member> members = members(2);
        String first = opens(members.get(0), offer);
        String second = joins(members.get(1), offer, first);
        Shop.eventually(() -> figures(offer).path("seatsPaid").asLong(), 2L);
        timeIsOver(first);
        cameBackOnce(members.get(0), first);
        cameBackOnce(members.get(1), second);
        Shop.eventually(() -> figures(offer).path("backMinor").asLong(), 2 * GROUP_PRICE);
        assertThat(figures(offer).path("groupsFailed").asLong()).isEqualTo(1);
        Shop.eventually(() -> shop.onHand(apples), stock);
        Shop.eventually(() -> members.get(0).points(), 0L);
        shop.settles();
    }

    @Test
    void ofTenWhoBuyAFlashSaleOfThreeAtOnceThreeGetIt() {
        String offer = offer("FLASH_SALE", with("priceMinor", 100, "allotment", 3, "limitPerMember", 1));
        List<Member> members = members(10);
        List<Door.Answer> answers = atOnce(members.stream()
                .map(member -> (Supplier<Door.Answer>) () -> order(member, with("offerId", offer)))
                .toList());
        assertThat(withStatus(answers, 201)).as(answers.toString()).hasSize(3);
        assertThat(withStatus(answers, 409)).hasSize(7).allMatch(no -> no.body().contains("\"CAMPAIGN_SOLD_OUT\""));
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).status() == 201) {
                assertThat(answers.get(i).number("payableMinor")).isEqualTo(100);
                members.get(i).paysByWeChat(shop, answers.get(i).text("orderId"));
            }
        }
        Shop.eventually(() -> figures(offer).path("seatsPaid").asLong(), 3L);
        assertThat(figures(offer).path("piecesKept").asLong()).isEqualTo(3);
        shop.settles();
    }

    @Test
    void friendsCutAPriceDownToItsFloorAndItIsBoughtForThat() {
        String offer = offer(
                "BARGAIN", with("startMinor", 2_000, "priceMinor", 500, "cuts", 2, "helpsPerDay", 5, "lifeHours", 1));
        List<Member> members = members(3);
        Member buyer = members.getFirst();
        String bargain = buyer.app()
                .post("/app/v1/campaign-offers/" + offer + "/bargains", "")
                .expect(201)
                .text("bargainId");
        String help = "/app/v1/bargains/" + bargain + "/helps";
        buyer.app().post(help, "").expectProblem(409, "BARGAIN_OWN");
        long after = members.get(1).app().post(help, "").expect(200).number("priceMinor");
        assertThat(after).isBetween(501L, 1_999L);
        assertThat(members.get(1).app().post(help, "").expect(200).number("priceMinor"))
                .isEqualTo(after);
        assertThat(members.get(2).app().post(help, "").expect(200).number("priceMinor"))
                .isEqualTo(500);
        Door.Answer order =
                order(buyer, with("offerId", offer, "bargainId", bargain)).expect(201);
        assertThat(order.number("payableMinor")).isEqualTo(500);
        buyer.paysByWeChat(shop, order.text("orderId"));
        Shop.eventually(() -> figures(offer).path("bargainsBought").asLong(), 1L);
        shop.settles();
    }
}
