package io.mendian.member.assetrules;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The free punch card (辅导卡) that each new member gets once; empty lists mean every service and every store. */
public record WelcomeCard(
        SkuId productSkuId,
        String name,
        long uses,
        @Nullable Integer validDays,
        List<SkuId> serviceSkuIds,
        List<StoreId> storeIds) {}
