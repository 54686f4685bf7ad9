package io.mendian.order.neighbours;

import io.mendian.contracts.member.StoreOpened;
import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.catalogue.CreateSku;
import io.mendian.order.catalogue.SkuContent;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.ordering.client.MemberClient.CheckoutContext;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.TestCallers;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Makes stores, products, members and clerks for a test, each of them new. */
@Component
public class Shop {

    private final Deliveries deliveries;
    private final CreateSku createSku;
    private final FakeMembers members;
    private final Clock clock;

    Shop(Deliveries deliveries, CreateSku createSku, FakeMembers members, Clock clock) {
        this.deliveries = deliveries;
        this.createSku = createSku;
        this.members = members;
        this.clock = clock;
    }

    public static long id() {
        return ThreadLocalRandom.current().nextLong(1L << 40, 1L << 62);
    }

    public StoreId store() {
        return storeClosingAt(LocalTime.MIDNIGHT);
    }

    public StoreId storeClosingAt(LocalTime dayEnds) {
        StoreId id = StoreId.of(id());
        deliveries.deliver(new StoreOpened(
                id, "S" + id.value() % 100_000, "测试店", "RETAIL", "Asia/Shanghai", dayEnds, null, clock.instant()));
        return id;
    }

    public SkuId goods(long priceMinor) {
        return sku(SkuKind.GOODS, priceMinor, barcode());
    }

    public SkuId goods(long priceMinor, String barcode) {
        return sku(SkuKind.GOODS, priceMinor, barcode);
    }

    public SkuId gift() {
        return sku(SkuKind.GIFT, 100, barcode());
    }

    /** A fresh EAN-13 with a right check digit. */
    public static String barcode() {
        String twelve =
                "69" + String.format("%010d", ThreadLocalRandom.current().nextLong(10_000_000_000L));
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }

    private SkuId sku(SkuKind kind, long price, String barcode) {
        return createSku
                .create(new SkuContent(
                        "T" + id(), List.of(barcode), kind, "矿泉水", "饮料", "件", price, null, null, null, null, true))
                .id();
    }

    public SkuId service(long priceMinor) {
        return createSku
                .create(new SkuContent(
                        "T" + id(),
                        List.of(),
                        SkuKind.SERVICE,
                        "普拉提",
                        "课程",
                        "次",
                        priceMinor,
                        null,
                        50,
                        null,
                        null,
                        true))
                .id();
    }

    public SkuId giftCard(long valueMinor) {
        CardTerms terms = new CardTerms("GIFT", 0, null, List.of(), List.of(), valueMinor);
        return createSku
                .create(new SkuContent(
                        "T" + id(),
                        List.of(),
                        SkuKind.CARD,
                        "礼品卡",
                        "卡",
                        "张",
                        valueMinor,
                        null,
                        null,
                        terms,
                        null,
                        true))
                .id();
    }

    public SkuId recharge(String packageId, long principalMinor) {
        return createSku
                .create(new SkuContent(
                        "T" + id(),
                        List.of(),
                        SkuKind.RECHARGE,
                        "储值",
                        "储值",
                        "份",
                        principalMinor,
                        null,
                        null,
                        null,
                        packageId,
                        true))
                .id();
    }

    /** A member with 9折, points at 100 for 1.00, and stored value. */
    public MemberKey member(long points, long storedValueMinor) {
        MemberKey key = MemberKey.of(id());
        members.knows(new CheckoutContext(key, "GOLD", "金", 900, true, points, 100, 500, storedValueMinor, 0, 0L));
        return key;
    }

    public Caller clerk(StoreId store) {
        return TestCallers.clerk(
                id(), store, Right.ORDERS_SELL, Right.ORDERS_READ, Right.ORDERS_REFUND, Right.TILL_MANAGE);
    }

    public Caller manager(StoreId store) {
        return TestCallers.clerk(
                id(),
                store,
                Right.ORDERS_SELL,
                Right.ORDERS_READ,
                Right.ORDERS_REFUND,
                Right.ORDERS_REFUND_APPROVE,
                Right.TILL_MANAGE);
    }

    public static Map<String, Object> line(SkuId sku, long quantity) {
        return Map.of("skuId", sku.text(), "quantity", quantity);
    }
}
