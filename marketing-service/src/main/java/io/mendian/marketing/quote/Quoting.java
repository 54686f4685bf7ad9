package io.mendian.marketing.quote;

import io.mendian.kernel.MemberKey;
import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.coupon.CouponQueries;
import io.mendian.marketing.pricing.Basket;
import io.mendian.marketing.pricing.NotApplied;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.PointsTerms;
import io.mendian.marketing.pricing.Pricing;
import io.mendian.marketing.pricing.Quote;
import io.mendian.marketing.pricing.Text;
import io.mendian.marketing.promotion.PromotionQueries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers the rules a basket meets and prices it. It changes nothing; asked again, it answers the same. */
@Component
public class Quoting {

    private final PromotionQueries promotions;
    private final CouponQueries coupons;
    private final Pricing pricing;

    Quoting(PromotionQueries promotions, CouponQueries coupons, MarketingProperties properties) {
        this.promotions = promotions;
        this.coupons = coupons;
        this.pricing = new Pricing(properties.levelRounding(), properties.searchLimit());
    }

    public Quote quote(QuoteCommand command) {
        List<Offer> offers = new ArrayList<>(
                promotions.running(command.at(), command.memberKey() != null, command.level(), command.channel()));
        List<NotApplied> unknown = new ArrayList<>();
        boolean chosen = command.couponIds() != null;
        MemberKey member = command.memberKey();
        if (member != null) {
            offers.addAll(
                    command.couponIds() == null
                            ? coupons.offers(member, command.at(), command.holdId())
                            : chosen(command, member, command.couponIds(), unknown));
        }
        Quote quote = pricing.quote(new Basket(
                command.storeId(),
                command.at(),
                command.currency(),
                command.lines(),
                member == null ? 1000 : command.levelPricePermille(),
                offers,
                chosen,
                member == null ? PointsTerms.NONE : command.points()));
        return unknown.isEmpty() ? quote : quote.alsoNot(unknown);
    }

    private List<Offer> chosen(QuoteCommand command, MemberKey member, List<Long> couponIds, List<NotApplied> unknown) {
        Set<Long> ids = new LinkedHashSet<>(couponIds);
        List<Offer> found = coupons.chosen(member, ids, command.holdId());
        Set<Long> usable = found.stream().map(Offer::id).collect(Collectors.toSet());
        ids.stream()
                .filter(id -> !usable.contains(id))
                .map(id -> new NotApplied(
                        Offer.Layer.COUPON + ":" + id,
                        "COUPON_NOT_USABLE",
                        new Text("优惠券不存在或已被使用", "There is no such coupon, or it is used already"),
                        null))
                .forEach(unknown::add);
        return found;
    }
}
