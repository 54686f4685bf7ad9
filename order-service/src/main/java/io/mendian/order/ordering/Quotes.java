package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.order.ordering.client.MarketingClient.QuoteAnswer;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.order.ordering.client.MemberClient.CheckoutContext;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The price of a basket: level, promotions, coupons and points by marketing-service, from this catalogue's prices and the
 * member's context. The same basket at the same instant has the same price on every channel. Asks other services, so
 * never inside a transaction.
 */
@Component
public class Quotes {

    private static final List<TenderKind> MONEY = List.of(TenderKind.CASH, TenderKind.WECHAT_PAY, TenderKind.BOOKED);

    private final Stores stores;
    private final BasketProducts products;
    private final FixedLines fixedLines;
    private final QuoteReading reading;
    private final MemberClient members;
    private final MarketingClient marketing;
    private final Clock clock;
    private final JsonMapper json;
    private final String currency;

    Quotes(
            Stores stores,
            BasketProducts products,
            FixedLines fixedLines,
            QuoteReading reading,
            MemberClient members,
            MarketingClient marketing,
            Clock clock,
            JsonMapper json,
            @Value("${mendian.currency}") String currency) {
        this.stores = stores;
        this.products = products;
        this.fixedLines = fixedLines;
        this.reading = reading;
        this.members = members;
        this.marketing = marketing;
        this.clock = clock;
        this.json = json;
        this.currency = currency;
    }

    /** The price, and what it would be with other means of payment. */
    public QuoteView quote(Basket basket, Buyer buyer) {
        return QuoteView.of(price(basket, buyer, null));
    }

    /** {@code holding} is the order that may already hold coupons and budgets of this basket. */
    Priced price(Basket basket, Buyer buyer, @Nullable OrderId holding) {
        Asked asked = asked(basket, buyer, holding);
        if (asked.open.isEmpty()) {
            return priced(asked, asked.fixed, Priced.Rules.NONE);
        }
        MarketingClient.QuoteRequest request = request(asked);
        JsonNode answer = marketing.quote(LocaleContextHolder.getLocale().toLanguageTag(), request);
        return priced(asked, new StoredQuote(request, answer));
    }

    /** What is sold in two steps costs what was agreed; only money pays it, and only a member buys so. */
    Priced presale(PresaleBasket basket, Buyer buyer) {
        Store store = stores.requireTrading(basket.store());
        long pieces = basket.terms().pieces();
        Basket.Item item = new Basket.Item(basket.sku(), null, pieces, buyer.staff());
        Sku sku = products.find(new Basket(basket.store(), List.of(item), null, 0))
                .getFirst()
                .sku();
        if (buyer.member() == null) {
            throw OrderProblem.MEMBER_NEEDED.with("name", sku.name());
        }
        long list = Math.multiplyExact(basket.priceMinor(), pieces);
        long net = Math.multiplyExact(basket.netMinor(), pieces);
        List<Explanation> why =
                List.of(new Explanation("PRESALE:" + basket.terms().offerId(), basket.text(), net - list));
        PricedLine line = new PricedLine(1, sku, pieces, buyer.staff(), basket.priceMinor(), list, net, 0, null, why);
        return new Priced(store, buyer, null, List.of(line), Priced.Rules.NONE, MONEY, currency, basket.terms());
    }

    /** A basket whose products, member and fixed lines are known. */
    private record Asked(
            Store store,
            Basket basket,
            Buyer buyer,
            @Nullable CheckoutContext member,
            List<PricedLine> fixed,
            List<BasketProducts.Found> open,
            int lines,
            @Nullable OrderId holding) {

        long pointsLeft() {
            return member == null
                    ? 0
                    : member.pointsBalance()
                            - fixed.stream()
                                    .mapToLong(PricedLine::exchangePoints)
                                    .sum();
        }
    }

    private Asked asked(Basket basket, Buyer buyer, @Nullable OrderId holding) {
        Store store = stores.requireTrading(basket.store());
        List<BasketProducts.Found> lines = products.find(basket);
        MemberKey member = buyer.member();
        if (buyer.channel() != Channel.POS
                && lines.stream().anyMatch(line -> line.sku().kind() == SkuKind.AMOUNT)) {
            throw OrderProblem.AMOUNT_STANDS_ALONE.with();
        }
        CampaignLines.check(lines, buyer.channel());
        for (BasketProducts.Found line : lines) {
            boolean forMembers = line.sku().kind() == SkuKind.CARD
                    || line.sku().kind() == SkuKind.RECHARGE
                    || line.item().byCard()
                    || line.item().exchangeOffer() != null
                    || CampaignLines.is(line);
            if (forMembers && member == null) {
                throw OrderProblem.MEMBER_NEEDED.with("name", line.sku().name());
            }
        }
        CheckoutContext context = member == null ? null : members.checkoutContext(member.text());
        List<PricedLine> fixed = fixedLines.price(lines, context, basket.store());
        List<BasketProducts.Found> open =
                lines.stream().filter(line -> !FixedLines.isFixed(line)).toList();
        return new Asked(store, basket, buyer, context, fixed, open, lines.size(), holding);
    }

    private MarketingClient.QuoteRequest request(Asked asked) {
        CheckoutContext context = asked.member;
        Basket basket = asked.basket;
        List<MarketingClient.QuoteLine> quoted = asked.open.stream()
                .map(line -> new MarketingClient.QuoteLine(
                        Integer.toString(line.no()),
                        line.sku().id(),
                        line.sku().kind().name(),
                        line.sku().category(),
                        line.item().quantity(),
                        line.sku().listPriceMinor(),
                        context != null && context.memberPrices() ? line.sku().memberPriceMinor() : null))
                .toList();
        boolean noCoupons = context == null || (basket.couponIds() == null && !asked.buyer.present());
        return new MarketingClient.QuoteRequest(
                basket.store(),
                asked.buyer.member(),
                asked.buyer.channel().name(),
                clock.instant(),
                quoted,
                context == null ? null : context.level(),
                context == null ? 1000 : context.levelPricePermille(),
                noCoupons ? List.of() : basket.couponIds(),
                context == null ? 0 : basket.usePoints(),
                asked.pointsLeft(),
                context == null ? 0 : context.pointsPerCurrencyUnit(),
                context == null ? 0 : context.pointsCapPermille(),
                currency,
                basket.payWith().isEmpty()
                        ? null
                        : basket.payWith().stream().map(TenderKind::name).toList(),
                context == null ? 0 : context.ordersPaid(),
                asked.holding == null ? null : asked.holding.text());
    }

    private Priced priced(Asked asked, StoredQuote stored) {
        QuoteAnswer answer = json.treeToValue(stored.answer(), QuoteAnswer.class);
        QuoteReading.Read read = reading.read(asked.open, answer, asked.lines);
        List<PricedLine> lines = new ArrayList<>(asked.fixed);
        lines.addAll(read.lines());
        lines.sort(Comparator.comparingInt(PricedLine::no));
        Priced.Rules rules = new Priced.Rules(
                answer.pointsUsed(),
                QuoteReading.coupons(answer),
                answer.promotionDiscountsMinor() == null
                        ? new TreeMap<>()
                        : new TreeMap<>(answer.promotionDiscountsMinor()),
                read.fees(),
                read.roundingMinor(),
                QuoteReading.explanations(answer.explanations()),
                QuoteReading.orEmpty(answer.notApplied()),
                QuoteReading.otherwise(answer, sum(asked.fixed)),
                answer.ruleVersion() == null ? "" : answer.ruleVersion(),
                stored);
        return priced(asked, lines, rules);
    }

    private static long sum(List<PricedLine> lines) {
        return lines.stream().mapToLong(PricedLine::netMinor).reduce(0, Math::addExact);
    }

    private Priced priced(Asked asked, List<PricedLine> lines, Priced.Rules rules) {
        return new Priced(
                asked.store, asked.buyer, asked.member, List.copyOf(lines), rules, asked.basket.payWith(), currency);
    }
}
