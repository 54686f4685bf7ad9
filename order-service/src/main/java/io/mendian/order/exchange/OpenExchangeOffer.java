package io.mendian.order.exchange;

import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.catalogue.SkuQueries;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Offers goods for points. What an offer asks never changes: another price is another offer. */
@UseCase
public class OpenExchangeOffer {

    private final ExchangeOffers offers;
    private final SkuQueries skus;
    private final Clock clock;

    OpenExchangeOffer(ExchangeOffers offers, SkuQueries skus, Clock clock) {
        this.offers = offers;
        this.skus = skus;
        this.clock = clock;
    }

    /** What one piece costs from when until when; {@code from} null is now. */
    public record Command(
            SkuId sku,
            long points,
            long cashMinor,
            @Nullable Instant from,
            Instant until,
            @Nullable Long limitPerMember) {}

    @Transactional
    public String open(Command command) {
        Sku sku = skus.require(command.sku());
        if (sku.kind() != SkuKind.GOODS || !sku.active()) {
            throw ExchangeProblem.EXCHANGE_GOODS_ONLY.with("name", sku.name());
        }
        if (command.cashMinor() > sku.listPriceMinor()) {
            throw ExchangeProblem.EXCHANGE_CASH_TOO_HIGH.with("listPriceMinor", sku.listPriceMinor());
        }
        Instant now = clock.instant();
        Instant from = command.from() == null ? now : command.from();
        if (!command.until().isAfter(from)) {
            throw ExchangeProblem.EXCHANGE_TIME_WRONG.with();
        }
        ExchangeOffer offer = new ExchangeOffer(
                Long.toString(Ids.next()),
                sku.id(),
                command.points(),
                command.cashMinor(),
                from,
                command.until(),
                command.limitPerMember());
        offers.insert(offer, now);
        return offer.offerId();
    }
}
