package io.mendian.order.presale;

import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.catalogue.SkuQueries;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.transaction.annotation.Transactional;

/** Offers a product in two steps. What an offer asks never changes: another price is another offer. */
@UseCase
public class OpenPresaleOffer {

    private final PresaleOffers offers;
    private final SkuQueries skus;
    private final Clock clock;

    OpenPresaleOffer(PresaleOffers offers, SkuQueries skus, Clock clock) {
        this.offers = offers;
        this.skus = skus;
        this.clock = clock;
    }

    /** Per piece; the price is the product's list price of now. */
    public record Command(
            SkuId sku,
            long depositMinor,
            long worthMinor,
            Instant depositUntil,
            Instant balanceFrom,
            Instant balanceUntil,
            PresaleOffer.Missed missed,
            long pieces) {}

    @Transactional
    public PresaleOffer open(Command command) {
        Sku sku = skus.require(command.sku());
        if (sku.kind() != SkuKind.GOODS || !sku.active() || sku.grams() != null) {
            throw PresaleProblem.PRESALE_GOODS_ONLY.with("name", sku.name());
        }
        long price = sku.listPriceMinor();
        if (command.worthMinor() < command.depositMinor() || command.worthMinor() >= price) {
            throw PresaleProblem.PRESALE_WORTH_WRONG.with("priceMinor", price);
        }
        long most = PresaleOffer.mostDeposit(price, command.worthMinor());
        if (command.depositMinor() > most) {
            throw PresaleProblem.PRESALE_DEPOSIT_TOO_HIGH.with("mostMinor", most);
        }
        Instant now = clock.instant();
        boolean inOrder = command.depositUntil().isAfter(now)
                && !command.depositUntil().isAfter(command.balanceFrom())
                && command.balanceFrom().isBefore(command.balanceUntil());
        if (!inOrder) {
            throw PresaleProblem.PRESALE_TIME_WRONG.with();
        }
        PresaleOffer offer = new PresaleOffer(
                Long.toString(Ids.next()),
                sku.id(),
                price,
                command.depositMinor(),
                command.worthMinor(),
                command.depositUntil().truncatedTo(ChronoUnit.MICROS),
                command.balanceFrom().truncatedTo(ChronoUnit.MICROS),
                command.balanceUntil().truncatedTo(ChronoUnit.MICROS),
                command.missed(),
                command.pieces(),
                0);
        offers.insert(offer, now);
        return offer;
    }
}
