package io.mendian.marketing.campaign;

import io.mendian.kernel.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of campaign offers and bargains. */
@Component
public class CampaignQueries {

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

    /** Newest first; {@code before}: the last offer of the page seen. */
    public List<OfferView> page(@Nullable Long before, int limit) {
        return views(mapper.page(before(before), limit));
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
