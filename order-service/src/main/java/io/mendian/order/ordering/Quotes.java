package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.order.OrderProperties;
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
import java.util.concurrent.Callable;
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

    private final Stores stores;
    private final BasketProducts products;
    private final FixedLines fixedLines;
    private final QuoteReading reading;
    private final MemberClient members;
    private final MarketingClient marketing;
    private final OrderProperties settings;
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
            OrderProperties settings,
            Clock clock,
            JsonMapper json,
            @Value("${mendian.currency}") String currency) {
        this.stores = stores;
        this.products = products;
        this.fixedLines = fixedLines;
        this.reading = reading;
        this.members = members;
        this.marketing = marketing;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        this.currency = currency;
    }

    /** The price, and what it would be with other means of payment. */
    public QuoteView quote(Basket basket, Buyer buyer) {
        Asked asked = asked(basket, buyer, null);
        List<List<TenderKind>> means = new ArrayList<>();
        means.add(basket.payWith());
        if (!basket.payWith().isEmpty()) {
            means.add(List.of());
        } else {
            settings.quotedMeans().stream()
                    .filter(kind -> kind != TenderKind.STORED_VALUE || asked.hasStoredValue())
                    .forEach(kind -> means.add(List.of(kind)));
        }
        List<Priced> priced = price(asked, means);
        return QuoteView.of(priced.getFirst(), priced.subList(1, priced.size()));
    }

    /** {@code holding} is the order that may already hold coupons and budgets of this basket. */
    Priced price(Basket basket, Buyer buyer, @Nullable OrderId holding) {
        Asked asked = asked(basket, buyer, holding);
        if (basket.payWith().isEmpty()) {
            return price(asked, List.of(basket.payWith())).getFirst();
        }
        List<Priced> both = price(asked, List.of(basket.payWith(), List.of()));
        return both.getFirst().otherwise(both.get(1).payableMinor());
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

        boolean hasStoredValue() {
            return member != null && member.principalMinor() + member.bonusMinor() > 0;
        }

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
        for (BasketProducts.Found line : lines) {
            boolean forMembers = line.sku().kind() == SkuKind.CARD
                    || line.sku().kind() == SkuKind.RECHARGE
                    || line.item().byCard()
                    || line.item().exchangeOffer() != null;
            if (forMembers && member == null) {
                throw OrderProblem.MEMBER_NEEDED.with("name", line.sku().name());
            }
        }
        CheckoutContext context = member == null ? null : members.checkoutContext(member.text());
        List<PricedLine> fixed = fixedLines.price(lines, context);
        List<BasketProducts.Found> open =
                lines.stream().filter(line -> !FixedLines.isFixed(line)).toList();
        return new Asked(store, basket, buyer, context, fixed, open, lines.size(), holding);
    }

    /** The price for each of these means, asked for at the same time. */
    private List<Priced> price(Asked asked, List<List<TenderKind>> means) {
        if (asked.open.isEmpty()) {
            return means.stream()
                    .map(payWith -> priced(asked, asked.fixed, Priced.Rules.NONE, payWith))
                    .toList();
        }
        String language = LocaleContextHolder.getLocale().toLanguageTag();
        var at = clock.instant();
        List<MarketingClient.QuoteRequest> requests =
                means.stream().map(payWith -> request(asked, payWith, at)).toList();
        List<Together.Outcome<JsonNode>> answers = Together.run(requests.stream()
                .map(request -> (Callable<JsonNode>) () -> marketing.quote(language, request))
                .toList());
        List<Priced> priced = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            StoredQuote stored = new StoredQuote(requests.get(i), answers.get(i).require());
            priced.add(priced(asked, stored, means.get(i)));
        }
        return priced;
    }

    private MarketingClient.QuoteRequest request(Asked asked, List<TenderKind> payWith, java.time.Instant at) {
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
                at,
                quoted,
                context == null ? null : context.level(),
                context == null ? 1000 : context.levelPricePermille(),
                noCoupons ? List.of() : basket.couponIds(),
                context == null ? 0 : basket.usePoints(),
                asked.pointsLeft(),
                context == null ? 0 : context.pointsPerCurrencyUnit(),
                context == null ? 0 : context.pointsCapPermille(),
                currency,
                payWith.isEmpty()
                        ? null
                        : payWith.stream().map(TenderKind::name).toList(),
                context == null ? 0 : context.ordersPaid(),
                asked.holding == null ? null : asked.holding.text());
    }

    private Priced priced(Asked asked, StoredQuote stored, List<TenderKind> payWith) {
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
                answer.ruleVersion() == null ? "" : answer.ruleVersion(),
                stored);
        return priced(asked, lines, rules, payWith);
    }

    private Priced priced(Asked asked, List<PricedLine> lines, Priced.Rules rules, List<TenderKind> payWith) {
        return new Priced(asked.store, asked.buyer, asked.member, List.copyOf(lines), rules, payWith, null, currency);
    }
}
