package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.order.campaign.CampaignPurchase;
import io.mendian.order.campaign.client.CampaignClient;
import io.mendian.order.ordering.client.InventoryClient;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.order.ordering.client.MemberClient.HoldAnswer;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What an order needs elsewhere: points, stored value, gift cards and card uses in one call, coupons, budgets of promotions,
 * a seat of a campaign offer, stock. All holds have the order's id, so that taking them again changes nothing, and end by themselves soon after the
 * order's deadline.
 */
@Component
class Holds {

    private static final Logger LOG = LoggerFactory.getLogger(Holds.class);

    /** A payment made at the last moment may be told of a little later; until then nothing is taken away. */
    private static final Duration LATE_ANSWERS = Duration.ofMinutes(3);

    private final MemberClient members;
    private final MarketingClient marketing;
    private final InventoryClient inventory;
    private final CampaignClient campaigns;
    private final GroupPlaces places;

    Holds(
            MemberClient members,
            MarketingClient marketing,
            InventoryClient inventory,
            CampaignClient campaigns,
            GroupPlaces places) {
        this.campaigns = campaigns;
        this.places = places;
        this.members = members;
        this.marketing = marketing;
        this.inventory = inventory;
    }

    private record Hold(String name, Callable<Optional<HoldAnswer>> take, Runnable release) {

        Hold(String name, Runnable take, Runnable release) {
            this(
                    name,
                    () -> {
                        take.run();
                        return Optional.empty();
                    },
                    release);
        }
    }

    /**
     * Takes everything, in parallel; gives what member-service says of its part. Throws the first refusal in the order member,
     * coupon, promotion, seat, stock; and when nobody refused but somebody was away, that.
     */
    Optional<HoldAnswer> take(Order order) {
        List<Together.Outcome<Optional<HoldAnswer>>> outcomes = Together.run(needed(order).stream()
                .map(hold -> (Callable<Optional<HoldAnswer>>) () -> {
                    Optional<HoldAnswer> answer = hold.take.call();
                    CrashPoints.at("order.place", "held-" + hold.name);
                    return answer;
                })
                .toList());
        RuntimeException failure = null;
        for (Together.Outcome<Optional<HoldAnswer>> outcome : outcomes) {
            RuntimeException thrown = outcome.thrown();
            if (thrown instanceof ProblemException problem && problem.problem().status() < 500) {
                throw problem;
            }
            failure = failure == null ? thrown : failure;
        }
        if (failure != null) {
            throw failure;
        }
        return outcomes.stream()
                .map(Together.Outcome::require)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Frees what may be held at once; the order's event, or the deadline, does it where a service is away. */
    void release(Order order) {
        Together.run(needed(order).stream()
                        .map(hold -> (Callable<Object>) () -> {
                            hold.release.run();
                            return hold;
                        })
                        .toList())
                .stream()
                .map(Together.Outcome::thrown)
                .filter(java.util.Objects::nonNull)
                .forEach(failure ->
                        LOG.info("order {}: a hold is left to its event: {}", order.id(), failure.toString()));
    }

    private List<Hold> needed(Order order) {
        String id = order.id().text();
        Instant until = order.neededUntil().plus(LATE_ANSWERS);
        MemberKey member = order.head().member();
        List<Hold> holds = new ArrayList<>();
        if (needsAssets(order)) {
            var request = assets(order, until);
            holds.add(new Hold("member", () -> Optional.of(members.hold(request)), () -> members.release(id)));
        }
        if (member != null && !order.head().couponIds().isEmpty()) {
            var request = new MarketingClient.CouponHoldRequest(
                    id, member, order.head().couponIds(), until, order.head().coupons());
            holds.add(new Hold("coupon", () -> marketing.hold(request), () -> marketing.release(id)));
        }
        if (member == null && !order.head().couponIds().isEmpty()) {
            String code = order.head().couponIds().getFirst();
            var request = new MarketingClient.CodeHoldRequest(id, code, until);
            holds.add(new Hold("coupon", () -> marketing.holdCode(request), () -> marketing.release(id)));
        }
        if (!order.head().promotions().isEmpty()) {
            var request = new MarketingClient.PromotionHoldRequest(
                    id, member, order.head().promotions(), until);
            holds.add(new Hold(
                    "promotion", () -> marketing.holdPromotions(request), () -> marketing.releasePromotions(id)));
        }
        CampaignPurchase campaign = order.campaign();
        if (campaign != null && member != null) {
            var request = seat(order, campaign, member, until);
            holds.add(new Hold(
                    "seat", () -> places.ask(member, () -> campaigns.hold(request)), () -> campaigns.release(id)));
        }
        List<InventoryClient.Pieces> pieces = pieces(order);
        if (!pieces.isEmpty()) {
            var request = new InventoryClient.StockHoldRequest(id, order.head().store(), until, pieces);
            holds.add(new Hold("stock", () -> inventory.hold(request), () -> inventory.release(id)));
        }
        return holds;
    }

    private static CampaignClient.SeatRequest seat(
            Order order, CampaignPurchase campaign, MemberKey member, Instant until) {
        CampaignPurchase.Terms terms = campaign.terms();
        return new CampaignClient.SeatRequest(
                order.id().text(),
                member,
                order.head().store(),
                terms.offerId(),
                terms.skuId(),
                terms.pieces(),
                terms.unitMinor(),
                campaign.joins(order.id().text()),
                terms.bargainId(),
                until);
    }

    private static boolean needsAssets(Order order) {
        return !order.head().giftCards().isEmpty()
                || (order.head().member() != null
                        && (order.amounts().pointsUsed() > 0
                                || order.amounts().storedValueMinor() > 0
                                || order.lines().stream().anyMatch(OrderedLine::byCard)));
    }

    private static MemberClient.HoldRequest assets(Order order, Instant until) {
        List<MemberClient.CardUse> uses = order.lines().stream()
                .filter(OrderedLine::byCard)
                .map(line -> new MemberClient.CardUse(
                        line.lineId(), line.sku(), order.head().store(), line.quantity(), line.cardId()))
                .toList();
        List<MemberClient.GiftCard> cards = order.head().giftCards().stream()
                .map(card -> new MemberClient.GiftCard(card.code(), card.amountMinor()))
                .toList();
        return new MemberClient.HoldRequest(
                order.id().text(),
                order.head().member(),
                order.amounts().pointsUsed(),
                order.amounts().storedValueMinor(),
                until,
                cards.isEmpty() ? null : cards,
                uses.isEmpty() ? null : uses);
    }

    private static List<InventoryClient.Pieces> pieces(Order order) {
        Map<Long, Long> bySku = new TreeMap<>();
        order.lines().stream()
                .filter(OrderedLine::takesStock)
                .forEach(line -> bySku.merge(line.sku().value(), line.onShelf(line.quantity()), Math::addExact));
        return bySku.entrySet().stream()
                .map(entry -> new InventoryClient.Pieces(SkuId.of(entry.getKey()), entry.getValue()))
                .toList();
    }
}
