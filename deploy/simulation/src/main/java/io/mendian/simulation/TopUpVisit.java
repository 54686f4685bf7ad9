package io.mendian.simulation;

import java.util.List;
import java.util.Map;

/** Buys stored value with its bonus, and more often than not wants the money back while he or somebody else spends it. */
final class TopUpVisit extends Buyer {

    /** Until then it may be known who has bought what. */
    private static final int LOOKS = 30;

    TopUpVisit(Seat seat) {
        super(seat, seat.shop().members().get(seat.world().scheduler().random().nextInt(2)));
    }

    @Override
    int broughtBack() {
        return 1;
    }

    @Override
    void keepsIt() {
        for (int look = 0; look < LOOKS; look++) {
            pause(5);
        }
    }

    @Override
    Map<String, Object> basket() {
        return Map.of("storeId", shop.store(), "lines", List.of(Map.of("skuId", shop.recharge(), "quantity", 1)));
    }
}
