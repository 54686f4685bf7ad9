package io.mendian.chain.chaos;

import io.mendian.chain.Customers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What people do in the shop: each something once, or one thing after the other until the door is closed. */
final class Crowd {

    private static final int LONGEST_THOUGHT_MILLIS = 500;

    /** Who wants to see a rare point reached does not wait until somebody comes by: the first that fits its name. */
    private static final Map<Pattern, Consumer<Customers>> WAYS = ways();

    private final List<Consumer<Customers>> journeys;
    private final AtomicInteger next;
    private volatile boolean open;

    /** {@code guests}: those who come to a class. */
    Crowd(Random random, ClassGuests guests) {
        journeys = List.of(
                Customers::memberOrder,
                Customers::cashSale,
                Customers::memberWhoGoesAway,
                Customers::orderPaidByWeChat,
                Customers::cashSaleThatComesBack,
                customers -> customers.more().exchange(),
                Customers::orderWhosePaymentChanges,
                customers -> customers.more().couponForPoints(),
                Customers::saleByBarcode,
                customers -> customers.sagas().groupOfTwo(),
                Customers::orderOfTooMuch,
                customers -> customers.more().rechargeThatComesBack(),
                customers -> customers.more().newGoods(),
                guests::changesHisMind,
                customers -> customers.sagas().transfer(),
                Customers::orderPaidByWeChatThatComesBack,
                customers -> customers.sagas().somebodyJoins(),
                customers -> customers.more().headquartersWorks(),
                customers -> customers.more().looksAtTheBooks());
        next = new AtomicInteger(random.nextInt(journeys.size()));
    }

    private static Map<Pattern, Consumer<Customers>> ways() {
        Map<Pattern, Consumer<Customers>> ways = new LinkedHashMap<>();
        ways.put(Pattern.compile("Books#"), customers -> customers.more().looksAtTheBooks());
        ways.put(
                Pattern.compile("store\\.opened|StoreController|RechargePackage|CouponTemplate|RedeemController"),
                customers -> customers.more().headquartersWorks());
        ways.put(
                Pattern.compile("sku-published|receive"),
                customers -> customers.more().newGoods());
        ways.put(
                Pattern.compile("Transfer|transfer"),
                customers -> customers.sagas().transfer());
        ways.put(Pattern.compile("joined"), customers -> customers.sagas().somebodyJoins());
        ways.put(Pattern.compile("arcode"), Customers::saleByBarcode);
        ways.put(Pattern.compile("xchange"), customers -> customers.more().exchange());
        ways.put(Pattern.compile("refund\\.wechat"), Customers::orderPaidByWeChatThatComesBack);
        ways.put(
                Pattern.compile("frozen|stored-value|echarge"),
                customers -> customers.more().rechargeThatComesBack());
        ways.put(Pattern.compile("efund"), Customers::cashSaleThatComesBack);
        ways.put(Pattern.compile("closed|Cash"), Customers::orderWhosePaymentChanges);
        ways.put(Pattern.compile("wechat|WeChat"), Customers::orderPaidByWeChat);
        ways.put(
                Pattern.compile("redeem|grant|edemption"),
                customers -> customers.more().couponForPoints());
        ways.put(
                Pattern.compile("ampaign|seat|group"),
                customers -> customers.sagas().groupOfTwo());
        ways.put(Pattern.compile("failed|cancelled|#release"), Customers::orderOfTooMuch);
        ways.put(Pattern.compile("."), Customers::memberOrder);
        return ways;
    }

    /** Somebody does what leads to a point. */
    void toReach(Customers shop, String point) {
        WAYS.entrySet().stream()
                .filter(way -> way.getKey().matcher(point).find())
                .findFirst()
                .ifPresent(way -> shop.begin(() -> way.getValue().accept(shop)));
    }

    /** As many do something once, in an order of this seed. */
    void once(Customers shop, Random random, int people) {
        int first = random.nextInt(journeys.size());
        for (int i = 0; i < people; i++) {
            Consumer<Customers> journey = journeys.get((first + i) % journeys.size());
            shop.begin(() -> journey.accept(shop));
        }
    }

    /** As many keep coming until {@link #close}; nothing when they are there already. */
    void keepComing(Customers shop, int people) {
        if (!open) {
            open = true;
            for (int i = 0; i < people; i++) {
                shop.begin(() -> customer(shop));
            }
        }
    }

    private void customer(Customers shop) {
        while (open) {
            journeys.get(Math.floorMod(next.getAndIncrement(), journeys.size())).accept(shop);
            Pause.millis(ThreadLocalRandom.current().nextInt(LONGEST_THOUGHT_MILLIS));
        }
    }

    /** Whoever is in the shop comes to his end; nobody comes any more. */
    void close() {
        open = false;
    }
}
