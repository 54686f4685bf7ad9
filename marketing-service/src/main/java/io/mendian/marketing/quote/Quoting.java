package io.mendian.marketing.quote;

import io.mendian.kernel.MemberKey;
import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.budget.BudgetQueries;
import io.mendian.marketing.charge.ChargeQueries;
import io.mendian.marketing.charge.StoreCharges;
import io.mendian.marketing.coupon.CouponQueries;
import io.mendian.marketing.pricing.AppliedOffer;
import io.mendian.marketing.pricing.Basket;
import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.NotApplied;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.PointsTerms;
import io.mendian.marketing.pricing.Pricing;
import io.mendian.marketing.pricing.Quote;
import io.mendian.marketing.pricing.Rule;
import io.mendian.marketing.pricing.Text;
import io.mendian.marketing.product.ProductQueries;
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
    private final ChargeQueries charges;
    private final ProductQueries products;
    private final Pricing pricing;

    Quoting(
            PromotionQueries promotions,
            BudgetQueries budgets,
            CouponQueries coupons,
            ChargeQueries charges,
            ProductQueries products,
            MarketingProperties properties) {
        this.promotions = promotions;
        this.budgets = budgets;
        this.coupons = coupons;
        this.charges = charges;
        this.products = products;
        this.pricing = new Pricing(properties.searchLimit());
    }

    public Quoted quote(QuoteCommand asked) {
        QuoteCommand command = asked.withFloors(
                products.floors(asked.lines().stream().map(BasketLine::skuId).toList()));
        List<NotApplied> refused = new ArrayList<>();
        List<Rule> rules = new ArrayList<>(promotions.running(command.at()));
        // promotions for other goods or stores are no news to this customer
        rules.removeIf(rule -> !rule.offer().concerns(command.storeId(), command.lines()));
        Map<Long, Long> left = budgets.left(
                rules.stream().map(rule -> rule.offer().id()).toList(), command.memberKey(), command.holdId());
        rules.removeIf(
                rule -> left.getOrDefault(rule.offer().id(), Long.MAX_VALUE) <= 0 && refused.add(spent(rule.offer())));
        MemberKey member = command.memberKey();
        if (member != null) {
            rules.addAll(
                    command.couponIds() == null
                            ? coupons.offers(member, command.at(), command.holdId())
                            : chosen(command, member, command.couponIds(), refused));
        }
        StoreCharges store = charges.at(command.storeId().value());
        Basket basket = basket(command, rules, store);
        Quote quote = within(basket, left);
        Set<String> used =
                quote.applied().stream().map(each -> each.offer().rule()).collect(Collectors.toSet());
        return new Quoted(
                refused.isEmpty() ? quote : quote.alsoNot(refused),
                rules.stream()
                        .filter(rule -> used.contains(rule.offer().rule()))
                        .toList(),
                store,
                new PaidOtherwise(basket, quote, other -> within(other, left)).prices());
    }

    static Basket basket(QuoteCommand command, List<Rule> rules, StoreCharges store) {
        boolean member = command.memberKey() != null;
        return new Basket(
                command.storeId(),
                command.at(),
                command.currency(),
                command.lines(),
                command.customer(),
                member ? command.levelPricePermille() : 1000,
                rules.stream().map(Rule::offer).toList(),
                command.couponIds() != null,
                member ? command.points() : PointsTerms.NONE,
                store.charges());
    }

    /** The price without promotions that would take more off than their budgets have left. */
    private Quote within(Basket basket, Map<Long, Long> left) {
        List<NotApplied> refused = new ArrayList<>();
        Quote quote = pricing.quote(basket);
        List<Offer> offers = new ArrayList<>(basket.offers());
        for (Offer over = beyond(quote, left); over != null; over = beyond(quote, left)) {
            offers.remove(over);
            refused.add(spent(over));
            quote = pricing.quote(basket.with(offers));
        }
        return refused.isEmpty() ? quote : quote.alsoNot(refused);
    }

    private static @Nullable Offer beyond(Quote quote, Map<Long, Long> left) {
        return quote.applied().stream()
                .filter(each -> !each.offer().isCoupon())
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

    private List<Rule> chosen(QuoteCommand command, MemberKey member, List<Long> couponIds, List<NotApplied> refused) {
        Set<Long> ids = new LinkedHashSet<>(couponIds);
        List<Rule> found = coupons.chosen(member, ids, command.holdId());
        Set<Long> usable = found.stream().map(rule -> rule.offer().id()).collect(Collectors.toSet());
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
