package io.mendian.booking.checkin.client;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Who stands at the desk, and one use of his card. */
@FeignClient(name = "member-service", primary = false)
public interface MemberClient {

    /** A member code as it was scanned; useId names the scan, so that a repeat of it can be told from a second use. */
    record Scan(String code, StoreId storeId, String useId) {}

    /** Whose code it is. */
    record Scanned(MemberKey memberKey) {}

    /** One use of a card; the same useId is the same use. */
    record Use(
            String useId,
            MemberKey memberKey,
            SkuId serviceSkuId,
            StoreId storeId,
            @Nullable StaffId staffId) {}

    /** The card that paid, and what is left on it; no number for a card that counts no uses. */
    record Used(String cardId, @Nullable Long usesLeft) {}

    @PostMapping("/internal/v1/member-codes/resolve")
    Scanned resolve(@RequestBody Scan scan);

    @PostMapping("/internal/v1/cards/use")
    Used use(@RequestBody Use use);

    /** Gives a use back; nothing when there was none. */
    @DeleteMapping("/internal/v1/cards/use/{useId}")
    void giveBack(@PathVariable("useId") String useId);
}
