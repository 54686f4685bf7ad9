package io.mendian.marketing.quote;

import io.mendian.kernel.MemberKey;
import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.budget.BudgetQueries;
import io.mendian.marketing.coupon.CouponQueries;
import io.mendian.marketing.pricing.AppliedOffer;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the rules a basket meets and prices it. It changes nothing; asked again, it answers the same. */
@Component
public class Quoting {

    private final PromotionQueries promotions;
    private final BudgetQueries budgets;
    private final CouponQueries coupons;
    private final Pricing pricing;

    Quoting(PromotionQueries promotions, BudgetQueries budgets, CouponQueries coupons, MarketingProperties properties) {
        this.promotions = promotions;
        this.budgets = budgets;
        this.coupons = coupons;
        this.pricing = new Pricing(properties.levelRounding(), properties.searchLimit());
    }

    public Quote quote(QuoteCommand command) {
        List<NotApplied> refused = new ArrayList<>();
        List<Offer> offers = new ArrayList<>(promotions.running(
                command.at(), command.memberKey() != null, command.level(), command.channel(), command.payWith()));
        // promotions for other goods or stores are no news to this customer
        offers.removeIf(offer -> !offer.concerns(command.storeId(), command.lines()));
        Map<Long, Long> left =
                budgets.left(offers.stream().map(Offer::id).toList(), command.memberKey(), command.holdId());
        offers.removeIf(offer -> left.getOrDefault(offer.id(), Long.MAX_VALUE) <= 0 && refused.add(spent(offer)));
        MemberKey member = command.memberKey();
        if (member != null) {
            offers.addAll(
                    command.couponIds() == null
                            ? coupons.offers(member, command.at(), command.holdId())
                            : chosen(command, member, command.couponIds(), refused));
        }
        Quote quote = price(command, offers);
        for (Offer over = beyond(quote, left); over != null; over = beyond(quote, left)) {
            offers.remove(over);
            refused.add(spent(over));
            quote = price(command, offers);
        }
        return refused.isEmpty() ? quote : quote.alsoNot(refused);
    }

    private Quote price(QuoteCommand command, List<Offer> offers) {
        boolean member = command.memberKey() != null;
        return pricing.quote(new Basket(
                command.storeId(),
                command.at(),
                command.currency(),
                command.lines(),
                member ? command.levelPricePermille() : 1000,
                offers,
                command.couponIds() != null,
                member ? command.points() : PointsTerms.NONE));
    }

    /** A promotion that would take more off than its budget has left. */
    private static @Nullable Offer beyond(Quote quote, Map<Long, Long> left) {
        return quote.applied().stream()
                .filter(each -> each.offer().layer() == Offer.Layer.PROMOTION)
                .filter(each ->
                        each.discountMinor() > left.getOrDefault(each.offer().id(), Long.MAX_VALUE))
                .map(AppliedOffer::offer)
                .findFirst()
                .orElse(null);
    }

    private static NotApplied spent(Offer offer) {
        return new NotApplied(
                offer.rule(),
                "BUDGET_SPENT",
                new Text("「" + offer.name() + "」名额或预算已用完", offer.name() + " is used up"),
                null);
    }

    private List<Offer> chosen(QuoteCommand command, MemberKey member, List<Long> couponIds, List<NotApplied> refused) {
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
                .forEach(refused::add);
        return found;
    }
}
