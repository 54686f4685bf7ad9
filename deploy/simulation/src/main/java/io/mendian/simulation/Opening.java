package io.mendian.simulation;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Caller;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is there before every seed, made by the services themselves: two stores, products of which few are left, three members
 * with points, stored value and a card, a coupon for two of them, and what headquarters offers.
 */
final class Opening {

    static final long START_MICROS = Instant.parse("2026-11-20T02:00:00Z").getEpochSecond() * 1_000_000;
    static final long STOCK = 3;

    /** So many uses has the card of each member: the first one's is for one class only. */
    private static final List<Integer> USES = List.of(1, 3, 3);

    private final World world;
    private final Office office;
    private final Offers offers;

    private Opening(World world) {
        this.world = world;
        this.office = new Office(world);
        this.offers = new Offers(office);
    }

    static Shop of(World world) {
        world.scheduler().begin(0, START_MICROS);
        try {
            return new Opening(world).open();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Shop open() throws SQLException {
        String store = store("S1", "一店", "boss1");
        String branch = store("S2", "二店", "boss2");
        List<String> skus = List.of(offers.goods("A", 3_000), offers.goods("B", 5_000));
        String recharge = offers.recharge();
        String service = offers.service();
        office.flow();
        receive(store, skus);
        List<MemberKey> members = members(store, service);
        office.flow();
        List<String> coupons = coupons(members);
        offers.promotion(skus.getFirst());
        String groupOffer = offers.groupBuy(skus.get(0));
        String flashOffer = offers.flashSale(skus.get(1));
        List<String> classes = offers.classes(store, service);
        office.flow();
        for (Node node : world.nodes()) {
            node.database.remember();
        }
        world.bus().clear();
        return new Shop(
                store,
                branch,
                skus,
                recharge,
                groupOffer,
                flashOffer,
                classes,
                members,
                coupons,
                Office.clerk("77", store),
                Office.clerk("88", branch),
                Verdict.numbers(world, "member-service", Verdict.POINTS),
                Verdict.numbers(world, "member-service", Verdict.WALLETS));
    }

    private String store(String code, String name, String boss) {
        return office.post(
                        "member",
                        "/hq/v1/stores",
                        Map.of(
                                "code",
                                code,
                                "name",
                                name,
                                "kind",
                                "RETAIL",
                                "manager",
                                Map.of("name", "店长", "login", boss, "password", "a-long-Password-1")))
                .findPath("storeId")
                .asString();
    }

    private void receive(String store, List<String> skus) {
        for (String sku : skus) {
            JsonNode ignored = office.post(
                    "inventory",
                    "/hq/v1/stores/" + store + "/stock/receipts",
                    Map.of("documentNo", "R" + sku, "lines", List.of(Map.of("skuId", sku, "quantity", STOCK))));
        }
    }

    private List<MemberKey> members(String store, String service) {
        Bought bought = new Bought(office, store);
        List<MemberKey> members = new ArrayList<>();
        for (int i = 0; i < USES.size(); i++) {
            MemberKey member = member(store, "1380000000" + (i + 1));
            bought.storedValue(member);
            bought.card(member, service, USES.get(i));
            members.add(member);
        }
        return members;
    }

    private MemberKey member(String store, String phone) {
        String key = office.post(
                        "member",
                        "/internal/v1/members/by-phone",
                        Map.of("phone", phone, "storeId", store, "source", "POS"))
                .path("memberKey")
                .asString();
        JsonNode ignored = office.ask(
                "member",
                "POST",
                "/internal/v1/points-awards",
                Map.of("awardId", "opening", "memberKey", key, "points", 2_000),
                Caller.machine("marketing-service"));
        return MemberKey.parse(key);
    }

    private List<String> coupons(List<MemberKey> members) {
        String template = offers.couponTemplate();
        return members.subList(0, 2).stream()
                .map(member -> office.ask(
                                "marketing",
                                "POST",
                                "/app/v1/coupon-templates/" + template + "/claims",
                                Map.of(),
                                Caller.member(member))
                        .path("couponId")
                        .asString())
                .toList();
    }
}
