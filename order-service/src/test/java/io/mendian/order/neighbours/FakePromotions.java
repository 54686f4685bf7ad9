package io.mendian.order.neighbours;

import io.mendian.kernel.SkuId;
import io.mendian.order.neighbours.FakeMarketing.Promotion;
import io.mendian.order.ordering.client.MarketingClient.PromotionHoldRequest;
import io.mendian.order.ordering.client.MarketingClient.QuoteLine;
import io.mendian.order.ordering.client.MarketingClient.QuoteRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Promotions of single products, with budgets that orders hold. */
final class FakePromotions {

    private final Map<SkuId, Promotion> bySku = new ConcurrentHashMap<>();
    private final Map<String, PromotionHoldRequest> budgets = new ConcurrentHashMap<>();
    private final Map<String, Long> spentBehind = new ConcurrentHashMap<>();

    void add(Promotion promotion) {
        bySku.put(promotion.sku(), promotion);
    }

    Promotion of(SkuId sku) {
        return bySku.get(sku);
    }

    /** The next order that holds this promotion finds that another was faster. */
    void spendsBehindTheQuote(String promotion, long minor) {
        spentBehind.put(promotion, minor);
    }

    /** What orders keep of a promotion's budget. */
    long kept(String promotion) {
        return budgets.values().stream()
                .mapToLong(hold -> hold.discountsMinor().getOrDefault(promotion, 0L))
                .sum();
    }

    private long left(Promotion promotion, String holdId) {
        long own = holdId == null || !budgets.containsKey(holdId)
                ? 0
                : budgets.get(holdId).discountsMinor().getOrDefault(promotion.id(), 0L);
        return promotion.budgetMinor() - kept(promotion.id()) + own;
    }

    /** Takes the promotions that fit off a basket, where their budget is not spent. */
    Map<String, Long> takenOff(QuoteRequest request, long[] net) {
        Map<String, Long> promoted = new TreeMap<>();
        for (QuoteLine line : request.lines()) {
            Promotion promotion = bySku.get(line.skuId());
            boolean fits = promotion != null
                    && (promotion.payWith() == null
                            || (request.payWith() != null && request.payWith().contains(promotion.payWith())))
                    && left(promotion, request.holdId()) >= promotion.minor();
            if (fits) {
                Amounts.takeOff(net, promotion.minor());
                promoted.put(promotion.id(), promotion.minor());
            }
        }
        return promoted;
    }

    synchronized void hold(PromotionHoldRequest request) {
        request.discountsMinor().keySet().forEach(id -> {
            Long minor = spentBehind.remove(id);
            if (minor != null) {
                budgets.put(
                        "other-" + id, new PromotionHoldRequest("other", null, Map.of(id, minor), request.expiresAt()));
            }
        });
        if (budgets.containsKey(request.holdId())) {
            return;
        }
        for (Promotion promotion : bySku.values()) {
            long wanted = request.discountsMinor().getOrDefault(promotion.id(), 0L);
            if (wanted > left(promotion, null)) {
                throw new FakeMembers.Refusal("PROMOTION_BUDGET_SPENT", 409).with();
            }
        }
        budgets.put(request.holdId(), request);
    }

    synchronized void release(String holdId) {
        budgets.remove(holdId);
    }
}
