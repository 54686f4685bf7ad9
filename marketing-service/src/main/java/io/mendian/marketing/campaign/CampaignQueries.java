package io.mendian.marketing.campaign;

import io.mendian.kernel.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of campaign offers and bargains. */
@Component
public class CampaignQueries {

    private static final int AT_ONCE = 200;

    private final CampaignOfferMapper mapper;
    private final CampaignOffers offers;
    private final BargainMapper bargains;
    private final Clock clock;

    CampaignQueries(CampaignOfferMapper mapper, CampaignOffers offers, BargainMapper bargains, Clock clock) {
        this.mapper = mapper;
        this.offers = offers;
        this.bargains = bargains;
        this.clock = clock;
    }

    public OfferView offer(long id) {
        return OfferView.of(offers.require(id), clock.instant());
    }

    /** Newest first, of those that {@code seen} lets through; {@code before}: the last offer of the page before. */
    public List<OfferView> page(@Nullable Long before, int limit, Predicate<OfferView> seen) {
        List<OfferView> page = new ArrayList<>();
        long last = before(before);
        while (true) {
            // as many as a page may have, so that a caller who sees few of them asks the database seldom
            List<CampaignOfferRow> rows = mapper.page(last, AT_ONCE);
            views(rows).stream().filter(seen).limit(limit - page.size()).forEach(page::add);
            if (page.size() == limit || rows.size() < AT_ONCE) {
                return page;
            }
            last = rows.getLast().id();
        }
    }

    /** What runs now in a store, newest first. */
    public List<OfferView> running(StoreId store, @Nullable CampaignKind kind, @Nullable Long before, int limit) {
        return views(mapper.running(store.text(), kind, clock.instant(), before(before), limit));
    }

    public BargainView bargain(long id) {
        BargainRow row = bargains.selectById(id);
        if (row == null) {
            throw CampaignProblem.BARGAIN_UNKNOWN.with();
        }
        return BargainView.of(row, clock.instant());
    }

    private List<OfferView> views(List<CampaignOfferRow> rows) {
        Instant now = clock.instant();
        return rows.stream()
                .map(row -> OfferView.of(CampaignOffer.of(row), now))
                .toList();
    }

    private static long before(@Nullable Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }
}
