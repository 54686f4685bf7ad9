package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * People who buy at the same time whatever happens to the chain, each repeating a request with its key until it is
 * answered; and what they were told, to be compared with what the chain knows in the end.
 */
public final class Customers {

    static final int STOCK = 20_000;
    private static final int PRICE = 2_000;

    /** The others of the members go on. */
    private static final int MOST_WHO_GO_AWAY = 4;

    public final Shop shop;
    public final String sku;
    private final BlockingQueue<Member> members = new LinkedBlockingQueue<>();
    private final String coupon;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** Somebody may begin something while others are waited for. */
    private final Queue<Future<?>> under = new ConcurrentLinkedQueue<>();

    private final Object pairs = new Object();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Semaphore mayGoAway = new Semaphore(MOST_WHO_GO_AWAY);
    private final Map<Insistent, Member> gone = new ConcurrentHashMap<>();
    private final AtomicLong pieces = new AtomicLong();
    private final MoreJourneys more;
    private final SagaJourneys sagas;

    /** Members with stored value in a shop with one product and a coupon for it. */
    public Customers(Shop shop, int members) {
        this.shop = shop;
        sku = shop.goods("龙井茶", PRICE, STOCK);
        coupon = shop.coupon(PRICE, 500, 1_000, List.of(sku));
        String recharge = shop.rechargeProduct(500_000, 0);
        for (int i = 0; i < members; i++) {
            Member member = Member.joinsByWeChat(shop);
            String paid = shop.sellTo(member, recharge, 1, 500_000).text("orderId");
            orders.add(paid);
            Shop.eventually(member::storedValue, 500_000L);
            this.members.add(member);
        }
        more = new MoreJourneys(this);
        sagas = new SagaJourneys(this);
    }

    /** What needs two: stores, or buyers. */
    public SagaJourneys sagas() {
        return sagas;
    }

    /** What customers and staff do besides buying and returning. */
    public MoreJourneys more() {
        return more;
    }

    /** Begins something that goes on by itself. */
    public void begin(Runnable journey) {
        under.add(threads.submit(journey));
    }

    /** Waits until everything that was begun has come to its end. */
    public void finish() {
        for (Future<?> journey : List.copyOf(under)) {
            try {
                journey.get();
            } catch (InterruptedException | ExecutionException e) {
                under.clear(); // what went wrong here shall not fail the next test too
                throw new AssertionError(e);
            }
            under.remove(journey);
        }
    }

    /** Whether everything that was begun has come to its end, well or not. */
    public boolean idle() {
        return under.stream().allMatch(Future::isDone);
    }

    /** How much has not come to its end. */
    public long underWay() {
        return under.stream().filter(journey -> !journey.isDone()).count();
    }

    /** One member does one thing at a time: two orders of his would compete for his coupons and points. */
    <T> T withMember(Function<Member, T> journey) {
        Member member = next();
        T result = journey.apply(member);
        members.add(member);
        return result;
    }

    /** Two members do something together. Only one pair at a time is looked for: two halves would wait for each other. */
    <T> T withTwo(BiFunction<Member, Member, T> journey) {
        Member first;
        Member second;
        synchronized (pairs) {
            first = next();
            second = next();
        }
        T result = journey.apply(first, second);
        members.add(first);
        members.add(second);
        return result;
    }

    private Member next() {
        try {
            return members.take();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A member takes a seat in a class and gives it back. */
    public void books(Gym gym) {
        Member ignored = withMember(member -> {
            gym.booksAndCancels(member);
            return member;
        });
    }

    public void cashSale() {
        String ignored = cashSale(1);
    }

    private String cashSale(int count) {
        return bought(
                count,
                lastWord(() -> Insistent.post(shop.clerk, "/store/v1/sales", shop.cashSale(sku, count, 10_000))));
    }

    /** A coupon, points and stored value together pay for one piece. */
    public void memberOrder() {
        withMember(member ->
                bought(1, lastWord(() -> Insistent.post(member.app(), "/app/v1/orders", allAssets(member)))));
    }

    private static Door.Answer lastWord(Supplier<Door.Answer> order) {
        Door.Answer answer = order.get();
        while (isAskedAnew(answer)) {
            answer = order.get();
        }
        return answer;
    }

    /**
     * True refusals after which a customer orders anew: a return of his took points back between the price and the hold,
     * or a service was away for so long that the order was ended.
     */
    private static boolean isAskedAnew(Door.Answer answer) {
        return answer.status() == 409
                && (answer.body().contains("\"NOT_ENOUGH_POINTS\"")
                        || answer.body().contains("\"DEPENDENCY_FAILED\""));
    }

    /** Asks once and goes away; whether the order is made shows in the end. */
    public void memberWhoGoesAway() {
        if (!mayGoAway.tryAcquire()) {
            memberOrder();
            return;
        }
        Member member = next();
        Insistent request = new Insistent(member.app(), "/app/v1/orders", allAssets(member));
        if (request.send()) {
            boughtUnlessRefused(request.answer());
            members.add(member);
            mayGoAway.release();
        } else {
            gone.put(request, member);
        }
    }

    private void boughtUnlessRefused(Door.Answer answer) {
        if (!isAskedAnew(answer)) {
            String ignored = bought(1, answer);
        }
    }

    private Map<String, Object> allAssets(Member member) {
        String claimed = Insistent.post(member.app(), "/app/v1/coupon-templates/" + coupon + "/claims", Map.of())
                .expect(201)
                .text("couponId");
        Map<String, Object> basket = basket(1);
        basket.put("couponIds", List.of(claimed));
        basket.put("usePoints", -1);
        basket.put("storedValueMinor", -1);
        return basket;
    }

    /** More than there is: refused, after the coupon and the points were held. */
    public void orderOfTooMuch() {
        withMember(member -> {
            Map<String, Object> basket = allAssets(member);
            basket.put("lines", List.of(with("skuId", sku, "quantity", STOCK + 1)));
            basket.put("storedValueMinor", 0);
            return lastWord(() -> Insistent.post(member.app(), "/app/v1/orders", basket))
                    .expectProblem(409, "NOT_ENOUGH_STOCK");
        });
    }

    public String orderPaidByWeChat() {
        return withMember(member -> {
            String order = order(member);
            payByWeChat(member, order);
            return bought(2, member, order);
        });
    }

    private String order(Member member) {
        return lastWord(() -> Insistent.post(member.app(), "/app/v1/orders", basket(2)))
                .expect(201)
                .text("orderId");
    }

    private void payByWeChat(Member member, String order) {
        String number = Insistent.post(member.app(), "/app/v1/orders/" + order + "/wechat-payments", Map.of())
                .expect(201)
                .text("outTradeNo");
        shop.chain.simulators().post("/_sim/pay/" + number + "/pay", Map.of()).expect(200);
    }

    private String bought(int count, Member member, String order) {
        Shop.until(() -> member.orderStatus(order).equals("PAID"));
        orders.add(order);
        pieces.addAndGet(count);
        return order;
    }

    /** A payment is open when part of the money comes in cash: it is closed, and another one opened for the rest. */
    public void orderWhosePaymentChanges() {
        withMember(member -> {
            String order = order(member);
            Insistent.post(member.app(), "/app/v1/orders/" + order + "/wechat-payments", Map.of())
                    .expect(201);
            Insistent.post(
                            shop.clerk,
                            "/store/v1/orders/" + order + "/cash",
                            with("amountMinor", 1_000, "receivedMinor", 1_000))
                    .expect(200);
            payByWeChat(member, order);
            return bought(2, member, order);
        });
    }

    /** The customer shows his barcode at the till. */
    public void saleByBarcode() {
        String order = lastWord(() -> Insistent.post(
                        shop.clerk, "/store/v1/orders", with("lines", List.of(with("skuId", sku, "quantity", 1)))))
                .expect(201)
                .text("orderId");
        Shop.until(() -> {
            Door.Answer paid = Insistent.post(
                    shop.clerk, "/store/v1/orders/" + order + "/barcode-payments", with("authCode", code()));
            // a payment that was interrupted may come to its end before this one begins
            return paid.status() != 409 || paid.body().contains("\"PAYMENT_NOT_NEEDED\"");
        });
        Shop.until(
                () -> shop.clerk.get("/store/v1/orders/" + order).text("status").equals("PAID"));
        orders.add(order);
        pieces.incrementAndGet();
    }

    private String code() {
        return shop.chain
                .simulators()
                .post("/_sim/pay/auth-codes", with("behaviour", "success"))
                .expect(200)
                .text("auth_code");
    }

    public void cashSaleThatComesBack() {
        comesBack(cashSale(2));
    }

    public void orderPaidByWeChatThatComesBack() {
        comesBack(orderPaidByWeChat());
    }

    /** One piece of the order's first line, back on the shelf. */
    private void comesBack(String order) {
        givesBack(order);
        pieces.decrementAndGet();
    }

    /** The first line's first piece, and the money for it. */
    void givesBack(String order) {
        Map<String, Object> wish =
                with("lines", List.of(with("lineId", "1", "quantity", 1, "restock", true)), "reason", "不喜欢");
        String refund = Insistent.post(shop.manager, "/store/v1/orders/" + order + "/refunds", wish)
                .expect(201)
                .text("refundId");
        Shop.until(() ->
                shop.manager.get("/store/v1/refunds/" + refund).text("status").equals("DONE"));
    }

    String bought(int count, Door.Answer answer) {
        answer.expect(201);
        assertThat(answer.text("status")).as(answer.body()).isEqualTo("PAID");
        assertThat(orders.add(answer.text("orderId")))
                .as("one order for one request")
                .isTrue();
        pieces.addAndGet(count);
        readsHisWrite(answer.text("orderId"));
        return answer.text("orderId");
    }

    /** I28: what was answered is there for who asks the same door right afterwards, unless nobody answers now. */
    private void readsHisWrite(String order) {
        try {
            Door.Answer seen = shop.clerk.get("/store/v1/orders/" + order);
            assertThat(seen.status())
                    .as("I28 %s after its answer: %s", order, seen.body())
                    .matches(status -> status == 200 || status >= 500 || status == 429);
        } catch (UncheckedIOException nobodyAnswers) {
            // says nothing
        }
    }

    /** One more paid order that was answered, without a piece of {@link #sku}. */
    void paid(String order) {
        assertThat(orders.add(order)).as("one order for one request").isTrue();
    }

    private Map<String, Object> basket(int quantity) {
        return with("storeId", shop.storeId, "lines", List.of(with("skuId", sku, "quantity", quantity)));
    }

    public int answered() {
        return orders.size();
    }

    /** Every process has ended: orders, refunds, events; and whoever went away has been told. */
    public void settle() {
        shop.settles();
        gone.forEach((request, member) -> {
            boughtUnlessRefused(request.answer());
            members.add(member);
            mayGoAway.release();
        });
        if (!gone.isEmpty()) {
            gone.clear();
            shop.settles();
        }
    }

    /** What was answered is what is there: every order once, every piece once, and the books of the whole chain. */
    public void compare() {
        settle();
        assertThat(Answered.thatChanged())
                .as("I27 the same key brings the same answer")
                .isEmpty();
        assertThat(shop.finishedOrders()).containsExactlyInAnyOrderElementsOf(orders);
        members.forEach(member -> Shop.eventually(member::held, 0L));
        Shop.eventually(() -> shop.onHand(sku), STOCK - pieces.get());
        Shop.eventually(shop::reportedOrders, (long) orders.size());
        sagas.compare();
        shop.booksBalance();
        assertThat(shop.onHand(sku)).isEqualTo(STOCK - pieces.get());
        assertThat(shop.reserved(sku)).isZero();
    }
}
