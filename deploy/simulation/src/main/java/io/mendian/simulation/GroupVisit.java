package io.mendian.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Opens a group or joins one, pays or does not, and goes away or brings it back; or wants the one piece of a flash sale. */
final class GroupVisit extends Buyer {

    private static final int LOOKS = 6;

    GroupVisit(Seat seat) {
        super(
                seat,
                seat.shop().members().get(seat.number() % seat.shop().members().size()));
    }

    @Override
    int broughtBack() {
        return 1;
    }

    @Override
    boolean bringsBack() {
        return oneIn(4);
    }

    @Override
    Map<String, Object> basket() {
        Map<String, Object> line = new HashMap<>();
        line.put("quantity", 1);
        if (oneIn(4)) {
            line.put("skuId", shop.skus().get(1));
            line.put("offerId", shop.flashOffer());
        } else {
            line.put("skuId", shop.skus().get(0));
            line.put("offerId", shop.groupOffer());
            String group = number > 0 && random.nextInt(4) > 0 ? openGroup() : null;
            if (group != null) {
                line.put("groupId", group);
            }
        }
        Map<String, Object> body = new HashMap<>();
        body.put("storeId", shop.store());
        body.put("lines", List.of(line));
        body.put("handing", Map.of("way", "PICKUP"));
        if (oneIn(3)) {
            body.put("storedValueMinor", oneIn(2) ? -1 : 500);
        }
        return body;
    }

    /** One that he sees, for which he waits a little. */
    private @Nullable String openGroup() {
        for (int look = 0; look < LOOKS; look++) {
            JsonNode groups =
                    once(Wish.get("marketing", "/app/v1/campaign-offers/" + shop.groupOffer() + "/groups", me()));
            if (groups != null && !groups.isEmpty()) {
                return groups.path(random.nextInt(groups.size()))
                        .path("groupId")
                        .asString();
            }
            pause(60);
        }
        return null;
    }
}
