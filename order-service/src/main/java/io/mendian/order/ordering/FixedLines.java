package io.mendian.order.ordering;

import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.Money;
import io.mendian.kernel.StoreId;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.exchange.ExchangeOffer;
import io.mendian.order.exchange.ExchangeProblem;
import io.mendian.order.exchange.ExchangeQueries;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.order.ordering.client.MemberClient.CheckoutContext;
import io.mendian.order.ordering.client.MemberClient.RechargePackage;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lines whose price no rule touches: recharges, gift cards and quick receipts cost what they are worth, points goods and
 * campaign goods what their offer says, and a service paid by a card its list price, which nobody pays in money.
 */
@Component
class FixedLines {

    private final ExchangeQueries exchanges;
    private final MemberClient members;
    private final CampaignLines campaigns;
    private final Currency currency;

    FixedLines(
            ExchangeQueries exchanges,
            MemberClient members,
            CampaignLines campaigns,
            @Value("${mendian.currency}") String currency) {
        this.currency = Currency.getInstance(currency);
        this.campaigns = campaigns;
        this.exchanges = exchanges;
        this.members = members;
    }

    static boolean isFixed(BasketProducts.Found line) {
        return line.sku().kind() == SkuKind.RECHARGE
                || line.sku().kind() == SkuKind.AMOUNT
                || line.sku().sellsGiftCard()
                || line.item().byCard()
                || line.item().exchangeOffer() != null
                || CampaignLines.is(line);
    }

    /** The fixed lines among these, priced. */
    List<PricedLine> price(List<BasketProducts.Found> all, @Nullable CheckoutContext member, StoreId store) {
        if (all.stream().anyMatch(line -> line.sku().kind() == SkuKind.RECHARGE)) {
            return List.of(recharge(all));
        }
        Map<Long, ExchangeOffer> offers = offers(all);
        List<PricedLine> priced = new ArrayList<>();
        for (BasketProducts.Found line : all) {
            Long offer = line.item().exchangeOffer();
            if (CampaignLines.is(line)) {
                priced.add(campaigns.price(line, store, member == null ? null : member.memberKey(), all.size() == 1));
            } else if (line.item().byCard()) {
                priced.add(byCard(line));
            } else if (offer != null) {
                priced.add(exchanged(line, Objects.requireNonNull(offers.get(offer))));
            } else if (line.sku().sellsGiftCard() || line.sku().kind() == SkuKind.AMOUNT) {
                priced.add(giftCard(line));
            }
        }
        checkPoints(priced, member);
        return priced;
    }

    private Map<Long, ExchangeOffer> offers(List<BasketProducts.Found> all) {
        Set<Long> asked = all.stream()
                .map(line -> line.item().exchangeOffer())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return asked.isEmpty() ? new HashMap<>() : exchanges.requireRunning(asked);
    }

    private static void checkPoints(List<PricedLine> priced, @Nullable CheckoutContext member) {
        long points = priced.stream().mapToLong(PricedLine::exchangePoints).reduce(0, Math::addExact);
        long balance = member == null ? 0 : member.pointsBalance();
        if (points > balance) {
            throw ExchangeProblem.EXCHANGE_POINTS_SHORT.with("points", points, "balance", balance);
        }
    }

    private static PricedLine byCard(BasketProducts.Found line) {
        if (line.item().exchangeOffer() != null) {
            throw OrderProblem.CARD_USE_AND_EXCHANGE.with("line", line.no());
        }
        long unit = line.sku().listPriceMinor();
        if (line.sku().kind() != SkuKind.SERVICE || unit == 0) {
            throw OrderProblem.CARD_USE_FOR_SERVICES.with("name", line.sku().name());
        }
        long quantity = line.item().quantity();
        long price = Math.multiplyExact(unit, quantity);
        Explanation why = new Explanation("CARD_USE", "划卡 " + quantity + " 次", 0);
        return line(line, unit, price, price, List.of(why), null, 0, true);
    }

    private static PricedLine exchanged(BasketProducts.Found line, ExchangeOffer offer) {
        if (!offer.skuId().equals(line.sku().id())) {
            throw ExchangeProblem.EXCHANGE_OTHER_PRODUCT.with("line", line.no());
        }
        long quantity = line.item().quantity();
        // a list price that fell below the offer's cash part after the offer was made
        long unit = Math.max(line.sku().listPriceMinor(), offer.cashMinor());
        long list = Math.multiplyExact(unit, quantity);
        long net = Math.multiplyExact(offer.cashMinor(), quantity);
        long points = Math.multiplyExact(offer.points(), quantity);
        Explanation why = new Explanation("EXCHANGE:" + offer.offerId(), "积分兑换，" + points + " 积分", net - list);
        return line(line, unit, list, net, List.of(why), offer.id(), points, false);
    }

    private static PricedLine giftCard(BasketProducts.Found line) {
        long unit = line.sku().listPriceMinor();
        long price = Math.multiplyExact(unit, line.item().quantity());
        return line(line, unit, price, price, List.of(), null, 0, false);
    }

    private static PricedLine line(
            BasketProducts.Found line,
            long unit,
            long list,
            long net,
            List<Explanation> why,
            @Nullable Long offer,
            long points,
            boolean byCard) {
        return new PricedLine(
                line.no(),
                line.sku(),
                line.item().quantity(),
                line.item().staff(),
                unit,
                list,
                net,
                0,
                null,
                why,
                offer,
                points,
                byCard,
                byCard ? line.item().cardId() : null,
                null);
    }

    private PricedLine recharge(List<BasketProducts.Found> all) {
        BasketProducts.Found line = all.getFirst();
        if (all.size() > 1 || line.item().quantity() != 1) {
            throw OrderProblem.RECHARGE_STANDS_ALONE.with();
        }
        String packageId = Objects.requireNonNull(line.sku().rechargePackageId());
        RechargePackage offer = members.rechargePackage(packageId);
        if (!offer.active()) {
            throw OrderProblem.RECHARGE_NOT_ON_SALE.with("name", offer.name());
        }
        long price = offer.principalMinor();
        RechargeTerms terms = new RechargeTerms(packageId, price, offer.bonusMinor());
        String text = "充 " + Money.of(price, currency).zh() + "送 "
                + Money.of(offer.bonusMinor(), currency).zh();
        Explanation why = new Explanation("RECHARGE", text, 0);
        return new PricedLine(1, line.sku(), 1, line.item().staff(), price, price, price, 0, terms, List.of(why));
    }
}
