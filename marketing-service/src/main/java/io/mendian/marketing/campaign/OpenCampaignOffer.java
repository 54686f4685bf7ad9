package io.mendian.marketing.campaign;

import io.mendian.marketing.product.KnownSku;
import io.mendian.marketing.product.ProductQueries;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/** Makes a campaign offer. What it asks never changes: another price is another offer. */
@UseCase
public class OpenCampaignOffer {

    /** What is issued or credited at once cannot wait for a group. */
    private static final Set<String> KINDS = Set.of("GOODS", "SERVICE");

    private final CampaignOfferMapper mapper;
    private final ProductQueries products;
    private final Clock clock;

    OpenCampaignOffer(CampaignOfferMapper mapper, ProductQueries products, Clock clock) {
        this.mapper = mapper;
        this.products = products;
        this.clock = clock;
    }

    @Transactional
    public long open(OfferTerms terms) {
        terms.check();
        KnownSku sku = products.require(terms.sku());
        if (!KINDS.contains(sku.kind())) {
            throw CampaignProblem.CAMPAIGN_SKU_KIND.with("name", sku.name());
        }
        long highest = terms.startMinor() == null ? terms.priceMinor() : terms.startMinor();
        if (highest > sku.listMinor()) {
            throw CampaignProblem.CAMPAIGN_PRICE_TOO_HIGH.with("listMinor", sku.listMinor());
        }
        Long floor = sku.floorMinor();
        if (floor != null && terms.priceMinor() < floor) {
            throw CampaignProblem.CAMPAIGN_BELOW_FLOOR.with("floorMinor", floor);
        }
        long id = Ids.next();
        mapper.insert(new CampaignOffer(id, terms, 0).row(clock.instant()));
        return id;
    }
}
