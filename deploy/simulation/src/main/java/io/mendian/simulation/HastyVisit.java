package io.mendian.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of several orders that the same member makes in the same moment, each with all that he has. */
final class HastyVisit extends Buyer {

    HastyVisit(Seat seat) {
        super(seat, seat.shop().members().getFirst());
    }

    @Override
    int secondsBefore() {
        return 1;
    }

    @Override
    boolean bringsBack() {
        return oneIn(3);
    }

    @Override
    Map<String, Object> basket() {
        Map<String, Object> body = new HashMap<>();
        body.put("storeId", shop.store());
        int piece = oneIn(4) ? 1 : 0;
        body.put("lines", List.of(Map.of("skuId", shop.skus().get(piece), "quantity", piece == 0 && oneIn(3) ? 2 : 1)));
        if (oneIn(2)) {
            body.put("couponIds", oneIn(3) ? List.of() : List.of(shop.coupons().getFirst()));
        }
        if (random.nextInt(3) > 0) {
            body.put("usePoints", -1);
        }
        if (oneIn(2)) {
            body.put("storedValueMinor", -1);
        }
        return body;
    }
}
