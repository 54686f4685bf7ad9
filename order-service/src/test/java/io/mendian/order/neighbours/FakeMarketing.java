package io.mendian.order.neighbours;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.Split;
import io.mendian.order.ordering.client.MarketingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * marketing-service as checkout sees it: level discount, promotions of a SKU with budgets, coupons named OFF-500-… taking 5.00
 * off, points within their cap, fees and rounding where a test says so.
 */
@Component
@Primary
public class FakeMarketing implements MarketingClient {

    /** Takes an amount off a basket with this SKU: for one means of payment, or (null) any; so often, or without end. */
    public record Promotion(String id, SkuId sku, long minor, String payWith, long budgetMinor) {}

    private final JsonMapper json;
    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, Long> coupons = new ConcurrentHashMap<>();
    private final Map<String, CodeGoods> codes = new ConcurrentHashMap<>();
    private final Map<String, Gift> gifts = new ConcurrentHashMap<>();
    private final FakePromotions promotions = new FakePromotions();
    private final Map<SkuId, Fee> fees = new ConcurrentHashMap<>();
    private final Map<SkuId, Long> roundings = new ConcurrentHashMap<>();

    FakeMarketing(JsonMapper json) {
        this.json = json;
    }

    /** This coupon takes so much off. */
    public void knows(String coupon, long minor) {
        coupons.put(coupon, minor);
    }

    /** This printed code gives pieces to whoever shows it. */
    public void prints(String code, CodeGoods goods) {
        codes.put(code, goods);
    }

    /** Using this coupon gives a piece on top. */
    public void gives(String coupon, Gift gift) {
        gifts.put(coupon, gift);
    }

    public void promotes(Promotion promotion) {
        promotions.add(promotion);
    }

    /** A basket with this SKU pays a fee on top. */
    public void charges(SkuId sku, Fee fee) {
        fees.put(sku, fee);
    }

    /** A basket with this SKU is rounded down to whole units of so much. */
    public void rounds(SkuId sku, long unitMinor) {
        roundings.put(sku, unitMinor);
    }

    public boolean isHeld(String coupon) {
        return holders.containsKey(coupon);
    }

    /** The next order that holds this promotion finds that another was faster. */
    public void spendsBehindTheQuote(String promotion, long minor) {
        promotions.spendsBehindTheQuote(promotion, minor);
    }

    /** What orders keep of a promotion's budget. */
    public long kept(String promotion) {
        return promotions.kept(promotion);
    }

    @Override
    public JsonNode quote(String language, QuoteRequest request) {
        Hops.made("quote");
        ObjectNode answer = json.valueToTree(answer(request, otherwise(request)));
        answer.set("asked", json.valueToTree(request));
        answer.putArray("rules").addObject().put("ruleId", "PROMOTION:1").put("version", 3);
        return answer;
    }

    @Override
    public JsonNode quoteAgain(String language, JsonNode stored) {
        return quote(language, json.treeToValue(stored.path("asked"), QuoteRequest.class));
    }

    /** What it costs with the means that a promotion asks for, or without them. */
    private List<PaidOtherwise> otherwise(QuoteRequest request) {
        List<PaidOtherwise> others = new ArrayList<>();
        for (QuoteLine line : request.lines()) {
            Promotion promotion = promotions.of(line.skuId());
            if (promotion != null && promotion.payWith() != null) {
                List<String> means = request.payWith() == null ? List.of(promotion.payWith()) : null;
                others.add(new PaidOtherwise(
                        means == null ? List.of() : means,
                        answer(paying(request, means), List.of()).payableMinor(),
                        "其他支付方式"));
            }
        }
        return others;
    }

    private static QuoteRequest paying(QuoteRequest r, List<String> means) {
        return new QuoteRequest(
                r.storeId(),
                r.memberKey(),
                r.channel(),
                r.at(),
                r.lines(),
                r.level(),
                r.levelPricePermille(),
                r.couponIds(),
                r.usePoints(),
                r.pointsBalance(),
                r.pointsPerCurrencyUnit(),
                r.pointsCapPermille(),
                r.currency(),
                means,
                r.memberPaidOrders(),
                r.holdId());
    }

    private QuoteAnswer answer(QuoteRequest request, List<PaidOtherwise> otherwise) {
        int size = request.lines().size();
        long[] list = new long[size];
        long[] net = new long[size];
        for (int i = 0; i < size; i++) {
            QuoteLine line = request.lines().get(i);
            list[i] = line.unitListMinor() * line.quantity();
            net[i] = list[i] - Split.permille(list[i], 1000 - request.levelPricePermille());
        }
        Map<String, Long> promoted = promotions.takenOff(request, net);
        List<String> chosen = request.couponIds() == null ? List.of() : request.couponIds();
        List<Gift> given = new ArrayList<>();
        for (String coupon : chosen) {
            if (gifts.containsKey(coupon)) {
                given.add(gifts.get(coupon));
            } else {
                Amounts.takeOff(
                        net, coupons.containsKey(coupon) ? coupons.get(coupon) : Long.parseLong(coupon.split("-")[1]));
            }
        }
        long points = Amounts.points(request, Amounts.sum(net));
        long pointsMinor = points == 0 ? 0 : points * 100 / request.pointsPerCurrencyUnit();
        long[] byPoints = Amounts.takeOff(net, pointsMinor);
        List<QuotedLine> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            QuoteLine line = request.lines().get(i);
            List<Explanation> why =
                    list[i] == net[i] ? List.of() : List.of(new Explanation("FAKE", "优惠", net[i] - list[i]));
            lines.add(new QuotedLine(line.lineId(), line.quantity(), list[i], net[i], byPoints[i], why));
        }
        List<Fee> charged = request.lines().stream()
                .filter(line -> fees.containsKey(line.skuId()))
                .map(line -> fees.get(line.skuId()))
                .toList();
        long open =
                Amounts.sum(net) + charged.stream().mapToLong(Fee::amountMinor).sum();
        long rounding = request.lines().stream()
                .filter(line -> roundings.containsKey(line.skuId()))
                .mapToLong(line -> -(open % roundings.get(line.skuId())))
                .findFirst()
                .orElse(0);
        return new QuoteAnswer(
                Amounts.sum(list),
                Amounts.sum(list) - Amounts.sum(net),
                open + rounding,
                points,
                chosen,
                null,
                promoted,
                lines,
                given,
                List.of(),
                List.of(),
                charged,
                rounding,
                otherwise,
                "fake");
    }

    @Override
    public synchronized void hold(CouponHoldRequest request) {
        Hops.made("coupon hold");
        for (String coupon : request.couponIds()) {
            String holder = holders.get(coupon);
            if (holder != null && !holder.equals(request.holdId())) {
                throw new FakeMembers.Refusal("COUPON_ALREADY_USED", 409).with("coupon", coupon);
            }
        }
        request.couponIds().forEach(coupon -> holders.put(coupon, request.holdId()));
    }

    @Override
    public CodeGoods codeGoods(CodeRequest request) {
        CodeGoods goods = codes.get(request.code());
        if (goods == null) {
            throw new FakeMembers.Refusal("COUPON_CODE_UNKNOWN", 404).with();
        }
        return goods;
    }

    @Override
    public synchronized void holdCode(CodeHoldRequest request) {
        String holder = holders.putIfAbsent(request.couponId(), request.holdId());
        if (holder != null && !holder.equals(request.holdId())) {
            throw new FakeMembers.Refusal("COUPON_ALREADY_USED", 409).with();
        }
    }

    @Override
    public synchronized void release(String holdId) {
        holders.values().removeAll(Set.of(holdId));
    }

    @Override
    public void holdPromotions(PromotionHoldRequest request) {
        Hops.made("promotion hold");
        promotions.hold(request);
    }

    @Override
    public void releasePromotions(String holdId) {
        promotions.release(holdId);
    }
}
