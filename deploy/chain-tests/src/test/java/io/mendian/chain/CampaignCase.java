package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A shop with campaign offers, and members who buy by them in the mini-program. */
abstract class CampaignCase {

    static final int STOCK = 60;
    static final long GROUP_PRICE = 990;

    final Shop shop = Shop.open();
    final String apples = shop.goods("苹果礼盒", 2_000, STOCK);

    /** An offer for the apples in this store, once marketing-service knows the product. */
    String offer(String kind, Map<String, Object> terms) {
        Map<String, Object> wish = with(
                "kind",
                kind,
                "name",
                "苹果" + kind,
                "skuId",
                apples,
                "limitPerMember",
                2,
                "allotment",
                20,
                "until",
                shop.chain.now().plus(Duration.ofDays(1)).toString(),
                "storeIds",
                List.of(shop.storeId));
        wish.putAll(terms);
        List<String> made = new ArrayList<>();
        Shop.until(() -> made.add(
                shop.hq.post("/hq/v1/campaign-offers", wish).expect(201).text("offerId")));
        return made.getFirst();
    }

    String groupOffer(int size) {
        return offer("GROUP_BUY", with("priceMinor", GROUP_PRICE, "groupSize", size, "lifeHours", 1));
    }

    Door.Answer order(Member member, Map<String, Object> line) {
        Map<String, Object> one = with("skuId", apples, "quantity", 1);
        one.putAll(line);
        return member.app()
                .post(
                        "/app/v1/orders",
                        with("storeId", shop.storeId, "lines", List.of(one), "handing", with("way", "PICKUP")));
    }

    /** He opens a group and pays; the group is shown. Its id is that of his order. */
    String opens(Member member, String offer) {
        String order = order(member, with("offerId", offer)).expect(201).text("orderId");
        member.paysByWeChat(shop, order);
        Shop.until(() -> member.app().get("/app/v1/groups/" + order).status() == 200);
        return order;
    }

    String joins(Member member, String offer, String group) {
        String order = order(member, with("offerId", offer, "groupId", group))
                .expect(201)
                .text("orderId");
        member.paysByWeChat(shop, order);
        return order;
    }

    String group(Member member, String order) {
        return member.app().get("/app/v1/orders/" + order).expect(200).text("/campaign/group");
    }

    JsonNode figures(String offer) {
        return shop.hq
                .get("/hq/v1/campaign-offers/" + offer + "/figures")
                .expect(200)
                .json();
    }

    /** The group's hour is over: nobody here waits for it, and no other test's clock is moved. */
    void timeIsOver(String group) {
        try (Connection database = shop.chain.database();
                PreparedStatement update = database.prepareStatement(
                        "UPDATE mendian_marketing.buying_group SET ends_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND"
                                + " WHERE id = ? AND state = 'OPEN'")) {
            update.setLong(1, Long.parseLong(group));
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** All of its money came back, by one refund, and the goods are free again. */
    void cameBackOnce(Member member, String order) {
        Shop.eventually(() -> member.orderStatus(order), "REFUNDED");
        JsonNode seen = member.app().get("/app/v1/orders/" + order).expect(200).json();
        assertThat(seen.path("refundedMinor").asLong())
                .isEqualTo(seen.path("payableMinor").asLong());
        assertThat(seen.at("/campaign/group").asString()).isEqualTo("FAILED");
        JsonNode refunds = shop.clerk
                .get("/store/v1/orders/" + order + "/refunds")
                .expect(200)
                .json();
        assertThat(refunds).as(refunds.toString()).hasSize(1);
        assertThat(refunds.get(0).path("status").asString()).isEqualTo("DONE");
    }

    /** So many at the same moment; their answers. */
    static List<Door.Answer> atOnce(List<Supplier<Door.Answer>> requests) {
        List<CompletableFuture<Door.Answer>> running = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(request, Thread::startVirtualThread))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    static List<Door.Answer> withStatus(List<Door.Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).toList();
    }

    List<Member> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Member.joinsByWeChat(shop))
                .toList();
    }
}
