package io.mendian.simulation;

import io.mendian.runtime.security.Caller;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A clerk sends pieces to the other store, where somebody says what arrived, at once with somebody else or never. */
final class TransferVisit extends Person {

    TransferVisit(Seat seat) {
        super(seat);
    }

    @Override
    void run() {
        pause(20);
        boolean back = oneIn(4);
        Caller from = back ? shop.branchClerk() : shop.clerk();
        Caller to = back ? shop.clerk() : shop.branchClerk();
        String sku = shop.skus().get(random.nextInt(2));
        int pieces = 1 + random.nextInt(2);
        Map<String, Object> body = Map.of(
                "documentNo",
                "T" + (oneIn(4) ? 0 : number),
                "toStoreId",
                back ? shop.store() : shop.branch(),
                "lines",
                List.of(Map.of("skuId", sku, "quantity", pieces)));
        Wish ship = Wish.post("inventory", "/store/v1/stock/transfers", body, from);
        if (oneIn(4)) {
            // the same document under another key is the same transfer
            together("ships again", () -> {
                JsonNode ignored = insist(key("ship2"), ship, 3);
            });
        }
        JsonNode shipped = insist(key("ship"), ship, 6);
        if (shipped == null) {
            return;
        }
        String transfer = shipped.path("transferId").asString();
        history.shipped(transfer);
        if (oneIn(5)) {
            return;
        }
        pause(30);
        if (oneIn(3)) {
            together("receives too", () -> receives(transfer, key("receive2"), sku, pieces, to));
        }
        receives(transfer, key("receive"), sku, pieces, to);
    }

    private void receives(String transfer, String key, String sku, int pieces, Caller at) {
        int arrived = oneIn(3) ? random.nextInt(pieces + 1) : pieces;
        Map<String, Object> body = Map.of("lines", List.of(Map.of("skuId", sku, "quantity", arrived)));
        JsonNode answer =
                insist(key, Wish.post("inventory", "/store/v1/stock/transfers/" + transfer + "/receipt", body, at), 6);
        if (answer != null) {
            history.received(transfer, arrived);
        }
    }
}
