package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The steps before the first customer: rights, catalogue, goods, rules, members. */
final class OpeningSteps {

    private final TradingDay day;
    private final Shop shop;
    private final Door hq;

    OpeningSteps(TradingDay day) {
        this.day = day;
        this.shop = day.shop;
        this.hq = day.shop.hq;
    }

    void rightsOfAClerkEndAtHisStoreAndAtOnceWhenHeLeaves() {
        Shop other = Shop.open();
        assertThat(other.clerk.get("/hq/v1/stores").status()).isIn(401, 403);
        other.clerk.get("/store/v1/stores/" + shop.storeId).expect(404);
        other.manager.get("/store/v1/staff/" + shop.clerkId).expect(404);
        other.clerk.get("/store/v1/me").expect(200);
        other.manager
                .post("/store/v1/staff/" + other.clerkId + "/leave", Map.of())
                .expect(200);
        other.clerk.get("/store/v1/me").expect(401);
        other.clerk.get("/store/v1/days/today").expect(401);
        other.manager.get("/store/v1/me").expect(200);
    }

    void aCatalogueIsImportedAfterADryRunThatListsEveryBadRow() {
        String m = shop.mark;
        String head = "编码,类型,名称,分类,零售价,会员价,条码,时长,次数,有效天数,适用服务\n";
        String bad = head + "TEA" + m + ",商品,龙井茶,茶,128.00,118.00,6901234567890,,,,\n"
                + "CUP" + m + ",商品,茶杯,器具,-1,,,,,,\n"
                + "YOGA" + m + ",服务,动感单车,课程,60.00,,,,,,\n"
                + "OK" + m + ",商品,茶点,茶,10.00,,,,,,\n";
        JsonNode dry = hq.upload("/hq/v1/skus/import?dryRun=true", "catalogue.csv", bad)
                .expect(200)
                .json();
        assertThat(dry.path("bad").asInt()).as(dry.toString()).isEqualTo(3);
        assertThat(dry.path("written").asBoolean()).isFalse();
        assertThat(dry.findValuesAsString("row")).containsExactlyInAnyOrder("2", "3", "4");
        assertThat(hq.get("/hq/v1/skus?q=OK" + m)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();

        String good = head + "TEA" + m + ",商品,龙井茶,茶,128.00,118.00," + day.teaEan + ",,,,\n"
                + "CUP" + m + ",商品,茶杯,器具,50.00,,,,,,\n"
                + "YOGA" + m + ",服务,动感单车,课程,60.00,,,50,,,\n"
                + "CARD" + m + ",次卡,单车十次卡,卡,500.00,,,,10,90,YOGA" + m + "\n"
                + "HAIR" + m + ",服务,剪发,服务,80.00,,,60,,,\n";
        JsonNode real = hq.upload("/hq/v1/skus/import?dryRun=false", "catalogue.csv", good)
                .expect(200)
                .json();
        assertThat(real.path("created").asInt()).as(real.toString()).isEqualTo(5);
        for (String code : List.of("TEA", "CUP", "YOGA", "CARD", "HAIR")) {
            day.ids.put(
                    code,
                    hq.get("/hq/v1/skus?q=" + code + m)
                            .expect(200)
                            .json()
                            .at("/items/0/id")
                            .asString());
        }
    }

    void goodsAreReceivedAgainstADocument() {
        shop.receive(day.id("TEA"), 50);
        shop.receive(day.id("CUP"), 20);
        day.teaAtFirst = shop.onHand(day.id("TEA"));
    }

    void headquartersSetsLevelsPointsAndCoupons() {
        JsonNode levels = hq.get("/hq/v1/levels").expect(200).json();
        ((ObjectNode) levels.get(1).path("thresholds")).put("SPEND", 30_000);
        hq.put("/hq/v1/levels", with("levels", levels)).expect(200);
        ObjectNode rule = (ObjectNode) hq.get("/hq/v1/points-rule").expect(200).json();
        rule.remove("version");
        hq.put("/hq/v1/points-rule", rule.put("pointsPerUnit", 1)).expect(200);
        day.ids.put("满200减20", shop.coupon(20_000, 2_000, 1, List.of(day.id("TEA"))));
    }

    void customersJoinByPhoneAndByWeChat() {
        day.people.put("phone", Member.joinsByPhone(shop));
        day.people.put("wechat", Member.joinsByWeChat(shop));
        Member wechat = day.member("wechat");
        assertThat(wechat.app().get("/app/v1/me").expect(200).text("phone")).doesNotContain(wechat.phone());
        assertThat(wechat.level()).isEqualTo("ORDINARY");
    }
}
