package io.mendian.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Buys one or two of a product, with or without what he has: a coupon, points, stored value. */
final class Visit extends Buyer {

    Visit(Seat seat) {
        super(seat, seat.shop().members().get(seat.world().scheduler().random().nextInt(2)));
    }

    @Override
    Map<String, Object> basket() {
        Map<String, Object> body = new HashMap<>();
        body.put("storeId", shop.store());
        String sku = shop.skus().get(random.nextInt(2));
        body.put("lines", List.of(Map.of("skuId", sku, "quantity", 1 + random.nextInt(2))));
        if (oneIn(3)) {
            body.put("couponIds", List.of());
        }
        if (oneIn(2)) {
            body.put("usePoints", -1);
        }
        switch (random.nextInt(4)) {
            case 0 -> body.put("storedValueMinor", -1);
            case 1 -> body.put("storedValueMinor", 1_000);
            default -> {
                // other money
            }
        }
        return body;
    }
}
