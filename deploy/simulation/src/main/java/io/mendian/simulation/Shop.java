package io.mendian.simulation;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Caller;
import java.util.List;
import java.util.Map;

/** What people know of the shop: its two stores, what it sells and offers, who they are and what they have. */
record Shop(
        String store,
        String branch,
        List<String> skus,
        String recharge,
        String groupOffer,
        String flashOffer,
        List<String> classes,
        List<MemberKey> members,
        List<String> coupons,
        Caller clerk,
        Caller branchClerk,
        Map<Long, Long> points,
        Map<Long, Long> wallets) {}
