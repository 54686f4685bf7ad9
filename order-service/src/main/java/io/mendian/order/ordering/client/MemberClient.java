package io.mendian.order.ordering.client;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What checkout asks of member-service: who buys, what he has, and to hold it. */
@FeignClient(name = "member-service", contextId = "checkout-members", primary = false)
public interface MemberClient {

    /** A member's level and assets; {@code levelPricePermille} 900 = 9折, {@code pointsPerCurrencyUnit} 100 = 100 points pay 1.00. */
    record CheckoutContext(
            MemberKey memberKey,
            @Nullable String level,
            @Nullable String levelName,
            long levelPricePermille,
            boolean memberPrices,
            long pointsBalance,
            long pointsPerCurrencyUnit,
            long pointsCapPermille,
            long principalMinor,
            long bonusMinor,
            @Nullable Long paidOrders) {

        /** Orders he has paid for and not wholly returned; 0 for a newcomer. */
        public long ordersPaid() {
            return paidOrders == null ? 0 : paidOrders;
        }
    }

    /** A gift card by its secret code, and the amount to be kept of it. */
    record GiftCard(String code, long amountMinor) {
        @Override
        public String toString() {
            return "GiftCard[***, " + amountMinor + "]";
        }
    }

    /** Uses of a card that pay a line: of {@code cardId}, or of the one that ends first. */
    record CardUse(
            String lineId,
            SkuId serviceSkuId,
            StoreId storeId,
            long uses,
            @Nullable String cardId) {}

    /** Assets to be kept for an order until its deadline, all or nothing; without a member only gift cards. */
    record HoldRequest(
            String holdId,
            @Nullable MemberKey memberKey,
            long points,
            long storedValueMinor,
            Instant expiresAt,
            @Nullable List<GiftCard> giftCards,
            @Nullable List<CardUse> cardUses) {}

    /** What is held of a gift card. */
    record HeldGiftCard(String giftCardId, long amountMinor) {}

    /** Which card pays a line, and what these uses had cost when the card was sold. */
    record HeldCardUse(String lineId, String cardId, long uses, long valueMinor) {}

    /** What is held; gift cards in the order they were asked for. */
    record HoldAnswer(
            String holdId,
            long points,
            long principalMinor,
            long bonusMinor,
            @Nullable List<HeldGiftCard> giftCards,
            @Nullable List<HeldCardUse> cardUses) {}

    /** A phone number at the till. */
    record PhoneRequest(
            String phone,
            StoreId storeId,
            String source,
            @Nullable StaffId staffId) {}

    /** The member of a phone number; made when there was none. */
    record PhoneAnswer(MemberKey memberKey, boolean created) {}

    /** A member code shown at the till. */
    record CodeRequest(String code, StoreId storeId) {}

    /** The member who shows the code. */
    record CodeAnswer(MemberKey memberKey) {}

    /** What a recharge costs and gives. */
    record RechargePackage(String id, String name, long principalMinor, long bonusMinor, boolean active) {}

    @GetMapping("/internal/v1/members/{memberKey}/checkout-context")
    CheckoutContext checkoutContext(@PathVariable("memberKey") String memberKey);

    @PostMapping("/internal/v1/members/by-phone")
    PhoneAnswer byPhone(@RequestBody PhoneRequest request);

    @PostMapping("/internal/v1/member-codes/resolve")
    CodeAnswer resolveCode(@RequestBody CodeRequest request);

    @PostMapping("/internal/v1/holds")
    HoldAnswer hold(@RequestBody HoldRequest request);

    @DeleteMapping("/internal/v1/holds/{holdId}")
    void release(@PathVariable("holdId") String holdId);

    @GetMapping("/internal/v1/recharge-packages/{id}")
    RechargePackage rechargePackage(@PathVariable("id") String id);
}
