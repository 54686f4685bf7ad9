package io.mendian.order.ordering;

import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.catalogue.SkuQueries;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.order.ordering.client.MarketingClient.QuoteAnswer;
import io.mendian.order.ordering.client.MarketingClient.QuotedLine;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.order.ordering.client.MemberClient.CheckoutContext;
import io.mendian.order.ordering.client.MemberClient.RechargePackage;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The price of a basket: level, promotions, coupons and points by marketing-service, from this catalogue's prices and the
 * member's context. The same basket at the same instant has the same price on every channel. Asks other services, so
 * never inside a transaction.
 */
@Component
public class Quotes {

    private final Stores stores;
    private final BasketProducts products;
    private final SkuQueries skus;
    private final MemberClient members;
    private final MarketingClient marketing;
    private final Clock clock;
    private final String currency;

    Quotes(
            Stores stores,
            BasketProducts products,
            SkuQueries skus,
            MemberClient members,
            MarketingClient marketing,
            Clock clock,
            @Value("${mendian.currency}") String currency) {
        this.stores = stores;
        this.products = products;
        this.skus = skus;
        this.members = members;
        this.marketing = marketing;
        this.clock = clock;
        this.currency = currency;
    }

    public QuoteView quote(Basket basket, Buyer buyer) {
        return QuoteView.of(price(basket, buyer));
    }

    Priced price(Basket basket, Buyer buyer) {
        Store store = stores.requireTrading(basket.store());
        List<BasketProducts.Found> lines = products.find(basket);
        MemberKey member = buyer.member();
        for (BasketProducts.Found line : lines) {
            boolean forMembers = line.sku().kind() == SkuKind.CARD || line.sku().kind() == SkuKind.RECHARGE;
            if (forMembers && member == null) {
                throw OrderProblem.MEMBER_NEEDED.with("name", line.sku().name());
            }
        }
        if (lines.getFirst().sku().kind() == SkuKind.AMOUNT) {
            return amount(store, buyer, lines.getFirst());
        }
        CheckoutContext context = member == null ? null : members.checkoutContext(member.text());
        if (lines.stream().anyMatch(line -> line.sku().kind() == SkuKind.RECHARGE)) {
            return recharge(store, buyer, context, lines);
        }
        return priced(
                store,
                buyer,
                context,
                lines,
                marketing.quote(
                        LocaleContextHolder.getLocale().toLanguageTag(), request(basket, buyer, context, lines)));
    }

    private MarketingClient.QuoteRequest request(
            Basket basket, Buyer buyer, @Nullable CheckoutContext context, List<BasketProducts.Found> lines) {
        List<MarketingClient.QuoteLine> quoted = lines.stream()
                .map(line -> new MarketingClient.QuoteLine(
                        Integer.toString(line.no()),
                        line.sku().id(),
                        line.sku().kind().name(),
                        line.sku().category(),
                        line.item().quantity(),
                        line.sku().listPriceMinor(),
                        context != null && context.memberPrices() ? line.sku().memberPriceMinor() : null))
                .toList();
        return new MarketingClient.QuoteRequest(
                basket.store(),
                buyer.member(),
                buyer.channel().name(),
                clock.instant(),
                quoted,
                context == null ? null : context.level(),
                context == null ? 1000 : context.levelPricePermille(),
                context == null || (basket.couponIds() == null && !buyer.present()) ? List.of() : basket.couponIds(),
                context == null ? 0 : basket.usePoints(),
                context == null ? 0 : context.pointsBalance(),
                context == null ? 0 : context.pointsPerCurrencyUnit(),
                context == null ? 0 : context.pointsCapPermille(),
                currency);
    }

    private Priced priced(
            Store store,
            Buyer buyer,
            @Nullable CheckoutContext context,
            List<BasketProducts.Found> lines,
            QuoteAnswer answer) {
        Map<String, QuotedLine> byId =
                answer.lines().stream().collect(Collectors.toMap(QuotedLine::lineId, Function.identity()));
        List<PricedLine> priced = new ArrayList<>();
        for (BasketProducts.Found line : lines) {
            QuotedLine quoted = byId.get(Integer.toString(line.no()));
            if (quoted == null || quoted.quantity() != line.item().quantity()) {
                throw new IllegalStateException("marketing-service did not price line " + line.no());
            }
            priced.add(line(line, quoted));
        }
        gifts(answer, priced);
        Priced result = new Priced(
                store,
                buyer,
                context,
                priced,
                answer.pointsUsed(),
                coupons(answer),
                explanations(answer.explanations()),
                orEmpty(answer.notApplied()),
                answer.ruleVersion() == null ? "" : answer.ruleVersion(),
                currency);
        if (result.payableMinor() != answer.payableMinor()) {
            throw new IllegalStateException(
                    "the lines of a quote sum to " + result.payableMinor() + ", not to " + answer.payableMinor());
        }
        return result;
    }

    private static PricedLine line(BasketProducts.Found line, QuotedLine quoted) {
        long list = Math.multiplyExact(line.sku().listPriceMinor(), line.item().quantity());
        if (quoted.listMinor() != list || quoted.netMinor() < 0 || quoted.netMinor() > list) {
            throw new IllegalStateException("marketing-service priced line " + line.no() + " wrongly");
        }
        return new PricedLine(
                line.no(),
                line.sku(),
                line.item().quantity(),
                line.item().staff(),
                line.sku().listPriceMinor(),
                list,
                quoted.netMinor(),
                quoted.pointsMinor(),
                null,
                explained(line, quoted));
    }

    /** Why a line costs what it costs; of a weighed pack first what its label says. */
    private static List<Explanation> explained(BasketProducts.Found line, QuotedLine quoted) {
        List<Explanation> all = new ArrayList<>();
        if (line.pack() != null) {
            all.add(new Explanation("SCALE", line.pack().text(), 0));
        }
        all.addAll(explanations(quoted.explanations()));
        return all;
    }

    /** Gifts are lines of price 0: they need stock like any other piece. */
    private void gifts(QuoteAnswer answer, List<PricedLine> lines) {
        List<MarketingClient.Gift> gifts = orEmpty(answer.gifts());
        if (gifts.isEmpty()) {
            return;
        }
        Map<SkuId, Sku> found =
                skus.require(gifts.stream().map(MarketingClient.Gift::skuId).toList());
        for (MarketingClient.Gift gift : gifts) {
            Sku sku = Objects.requireNonNull(found.get(gift.skuId()));
            Explanation why = new Explanation("GIFT", "赠品", 0);
            lines.add(new PricedLine(lines.size() + 1, sku, gift.quantity(), null, 0, 0, 0, 0, null, List.of(why)));
        }
    }

    /** A quick receipt costs what the clerk typed: no rule touches it. */
    private Priced amount(Store store, Buyer buyer, BasketProducts.Found line) {
        if (buyer.channel() != Channel.POS) {
            throw OrderProblem.AMOUNT_STANDS_ALONE.with();
        }
        CheckoutContext context = buyer.member() == null
                ? null
                : members.checkoutContext(buyer.member().text());
        long amount = line.item().quantity();
        Explanation why = new Explanation("AMOUNT", "快捷收款", 0);
        PricedLine only =
                new PricedLine(1, line.sku(), amount, line.item().staff(), 1, amount, amount, 0, null, List.of(why));
        return new Priced(store, buyer, context, List.of(only), 0, new TreeMap<>(), List.of(), List.of(), "", currency);
    }

    private Priced recharge(
            Store store, Buyer buyer, @Nullable CheckoutContext context, List<BasketProducts.Found> lines) {
        BasketProducts.Found line = lines.getFirst();
        if (lines.size() > 1 || line.item().quantity() != 1) {
            throw OrderProblem.RECHARGE_STANDS_ALONE.with();
        }
        String packageId = Objects.requireNonNull(line.sku().rechargePackageId());
        RechargePackage offer = members.rechargePackage(packageId);
        if (!offer.active()) {
            throw OrderProblem.RECHARGE_NOT_ON_SALE.with("name", offer.name());
        }
        long price = offer.principalMinor();
        RechargeTerms terms = new RechargeTerms(packageId, price, offer.bonusMinor());
        Explanation why = new Explanation("RECHARGE", "充 " + price + " 送 " + offer.bonusMinor() + "（分）", 0);
        PricedLine only =
                new PricedLine(1, line.sku(), 1, line.item().staff(), price, price, price, 0, terms, List.of(why));
        return new Priced(store, buyer, context, List.of(only), 0, new TreeMap<>(), List.of(), List.of(), "", currency);
    }

    private static SortedMap<String, Long> coupons(QuoteAnswer answer) {
        Map<String, Long> discounts = answer.couponDiscountsMinor();
        SortedMap<String, Long> coupons = new TreeMap<>();
        orEmpty(answer.couponIds())
                .forEach(id -> coupons.put(id, discounts == null ? 0 : discounts.getOrDefault(id, 0L)));
        return coupons;
    }

    private static List<Explanation> explanations(@Nullable List<MarketingClient.Explanation> given) {
        return orEmpty(given).stream()
                .map(e -> new Explanation(
                        Objects.requireNonNullElse(e.rule(), ""),
                        Objects.requireNonNullElse(e.text(), ""),
                        e.amountMinor()))
                .toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
