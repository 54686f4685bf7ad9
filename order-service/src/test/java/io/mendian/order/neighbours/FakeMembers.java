package io.mendian.order.neighbours;

import io.mendian.kernel.MemberKey;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.order.payment.client.PayerClient;
import io.mendian.order.store.client.StoreClient;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.Problem;
import io.mendian.testkit.NeighbourContract;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** member-service as checkout sees it: balances, holds by id, codes that work once. */
@Component
@Primary
public class FakeMembers implements MemberClient, StoreClient, PayerClient {

    /** A refusal of the fake. */
    public record Refusal(String name, int status) implements Problem {
        @Override
        public String zh() {
            return name;
        }

        @Override
        public String en() {
            return name;
        }
    }

    private final Map<MemberKey, CheckoutContext> contexts = new ConcurrentHashMap<>();
    private final Map<String, HoldRequest> holds = new ConcurrentHashMap<>();
    private final Map<String, Long> giftCards = new ConcurrentHashMap<>();
    private final Map<MemberKey, Long> uses = new ConcurrentHashMap<>();
    private final Map<String, MemberKey> phones = new ConcurrentHashMap<>();
    private final Map<String, MemberKey> codes = new ConcurrentHashMap<>();
    private final Map<String, RechargePackage> packages = new ConcurrentHashMap<>();
    private final Map<String, String> openids = new ConcurrentHashMap<>();
    private final Map<String, StoreAnswer> stores = new ConcurrentHashMap<>();

    private final NeighbourContract contract;

    FakeMembers(NeighbourContract contract) {
        this.contract = contract;
    }

    public void knows(CheckoutContext context) {
        contexts.put(context.memberKey(), context);
    }

    public void shows(String code, MemberKey member) {
        codes.put(code, member);
    }

    public void offers(RechargePackage offer) {
        packages.put(offer.id(), offer);
    }

    public void hasStore(String id, String name) {
        stores.put(
                id,
                new StoreAnswer(
                        id, "S" + id.substring(id.length() - 4), name, "Asia/Shanghai", LocalTime.of(0, 0), true));
    }

    public boolean holds(String id) {
        return holds.containsKey(id);
    }

    @Override
    public CheckoutContext checkoutContext(String memberKey) {
        Hops.made("context");
        return context(memberKey);
    }

    private CheckoutContext context(String memberKey) {
        MemberKey key = MemberKey.parse(memberKey);
        return contexts.getOrDefault(
                key, new CheckoutContext(key, "ORDINARY", "普通", 1000, false, 0, 100, 500, 0, 0, 0L));
    }

    @Override
    public PhoneAnswer byPhone(PhoneRequest request) {
        contract.posted("member-service", "/internal/v1/members/by-phone", request);
        boolean[] made = {false};
        MemberKey key = phones.computeIfAbsent(request.phone(), phone -> {
            made[0] = true;
            return MemberKey.of(Math.abs((long) phone.hashCode()) + (1L << 40));
        });
        return new PhoneAnswer(key, made[0]);
    }

    @Override
    public CodeAnswer resolveCode(CodeRequest request) {
        contract.posted("member-service", "/internal/v1/member-codes/resolve", request);
        MemberKey member = codes.remove(request.code());
        if (member == null) {
            throw new Refusal("MEMBER_CODE_USED", 409).with();
        }
        return new CodeAnswer(member);
    }

    @Override
    public synchronized HoldAnswer hold(HoldRequest request) {
        contract.posted("member-service", "/internal/v1/holds", request);
        Hops.made("member hold");
        if (!holds.containsKey(request.holdId())) {
            if (request.memberKey() != null) {
                checkBalances(request, context(request.memberKey().text()));
            }
            checkGiftCards(request);
            checkCardUses(request);
            holds.put(request.holdId(), request);
        }
        return answer(request);
    }

    private void checkBalances(HoldRequest request, CheckoutContext context) {
        long points = 0;
        long value = 0;
        for (HoldRequest other : holds.values()) {
            if (request.memberKey().equals(other.memberKey())) {
                points += other.points();
                value += other.storedValueMinor();
            }
        }
        if (points + request.points() > context.pointsBalance()) {
            throw new Refusal("NOT_ENOUGH_POINTS", 409).with("left", context.pointsBalance() - points);
        }
        long left = context.principalMinor() + context.bonusMinor() - value;
        if (request.storedValueMinor() > left) {
            throw new Refusal("NOT_ENOUGH_STORED_VALUE", 409).with("leftMinor", left);
        }
    }

    private void checkGiftCards(HoldRequest request) {
        for (GiftCard card : giftCards(request)) {
            if (!giftCards.containsKey(card.code())) {
                throw new Refusal("GIFT_CARD_UNKNOWN", 404).with();
            }
            long left = giftCards.get(card.code()) - heldOf(card.code());
            if (card.amountMinor() > left) {
                throw new Refusal("GIFT_CARD_TOO_LITTLE", 409).with("leftMinor", left);
            }
        }
    }

    /** What orders hold of a gift card. */
    public long heldOf(String code) {
        return holds.values().stream()
                .flatMap(hold -> giftCards(hold).stream())
                .filter(card -> card.code().equals(code))
                .mapToLong(GiftCard::amountMinor)
                .sum();
    }

    private void checkCardUses(HoldRequest request) {
        for (CardUse use : cardUses(request)) {
            long left = uses.getOrDefault(request.memberKey(), 0L) - heldUses(request.memberKey());
            if (use.uses() > left) {
                throw new Refusal("NO_CARD_FOR_SERVICE", 409).with("line", use.lineId());
            }
        }
    }

    /** The uses of a member's card that orders hold. */
    public long heldUses(MemberKey member) {
        return holds.values().stream()
                .filter(hold -> member.equals(hold.memberKey()))
                .flatMap(hold -> cardUses(hold).stream())
                .mapToLong(CardUse::uses)
                .sum();
    }

    private static List<GiftCard> giftCards(HoldRequest request) {
        return request.giftCards() == null ? List.of() : request.giftCards();
    }

    private static List<CardUse> cardUses(HoldRequest request) {
        return request.cardUses() == null ? List.of() : request.cardUses();
    }

    private static HoldAnswer answer(HoldRequest request) {
        return new HoldAnswer(
                request.holdId(),
                request.points(),
                request.storedValueMinor(),
                0,
                giftCards(request).stream()
                        .map(card -> new HeldGiftCard("G" + card.code().hashCode(), card.amountMinor()))
                        .toList(),
                cardUses(request).stream()
                        .map(use -> new HeldCardUse(use.lineId(), "777", use.uses(), 780 * use.uses()))
                        .toList());
    }

    public void issuesGiftCard(String code, long minor) {
        giftCards.put(code, minor);
    }

    /** A member has a card with so many uses, which cost 7.80 each. */
    public void hasUses(MemberKey member, long left) {
        uses.put(member, left);
    }

    @Override
    public void release(String holdId) {
        holds.remove(holdId);
    }

    @Override
    public RechargePackage rechargePackage(String id) {
        RechargePackage offer = packages.get(id);
        if (offer == null) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return offer;
    }

    public void isAtWeChat(MemberKey member, String openid) {
        openids.put(member.text(), openid);
    }

    @Override
    public Payer payer(String memberKey) {
        String openid = openids.get(memberKey);
        if (openid == null) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return new Payer(openid);
    }

    @Override
    public StoreAnswer store(String id) {
        StoreAnswer store = stores.get(id);
        if (store == null) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return store;
    }
}
