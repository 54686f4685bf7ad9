package io.mendian.member.prepaid;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What a member has bought ahead, and its refund as order-service asks for it. */
@MendianTest
abstract class AssetRefundCase {

    static final SkuId YOGA = SkuId.of(99_201);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    final MemberKey member = Sale.someone();

    final String refundId = Long.toString(Ids.next());

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    Sale recharged() {
        Sale sale = assets.saleTo(member).recharge(10_000, 1_000);
        deliveries.deliver(sale.paid());
        return sale;
    }

    void spend(long amountMinor) {
        deliveries.deliver(assets.saleTo(member)
                .goods(amountMinor)
                .storedValue(amountMinor)
                .paid());
    }

    Api.Answer quote(Sale sale, String cause, long paidMinor) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/asset-refunds/quote",
                        Map.of(
                                "orderId",
                                sale.orderId().text(),
                                "lineId",
                                "1",
                                "cause",
                                cause,
                                "paidMinor",
                                paidMinor));
    }

    Api.Answer refund(Sale sale, String cause, long paidMinor, long expected) {
        return refundAs(refundId, sale, cause, paidMinor, expected);
    }

    Api.Answer refundAs(String id, Sale sale, String cause, long paidMinor, long expected) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/asset-refunds",
                        Map.of(
                                "refundId",
                                id,
                                "orderId",
                                sale.orderId().text(),
                                "lineId",
                                "1",
                                "cause",
                                cause,
                                "paidMinor",
                                paidMinor,
                                "expectedRefundMinor",
                                expected));
    }

    Api.Answer release() {
        return assets.asOrderService().delete("/internal/v1/asset-refunds/" + refundId);
    }

    Api.Answer use(String useId) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/cards/use",
                        Map.of(
                                "useId",
                                useId,
                                "memberKey",
                                member.text(),
                                "serviceSkuId",
                                YOGA.text(),
                                "storeId",
                                Sale.STORE.text()));
    }

    long balance(String column) {
        return assets.number("SELECT " + column + " FROM wallet_account WHERE member_key = ?", member);
    }
}
