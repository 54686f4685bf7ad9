package io.mendian.chain;

import static io.mendian.chain.Door.with;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A shop and what the steps of its day left for the steps after them. */
final class TradingDay {

    final Shop shop = Shop.open();
    final Map<String, String> ids = new HashMap<>();
    final Map<String, Member> people = new HashMap<>();
    final String teaEan = Ean.random();
    long teaAtFirst;

    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    Member member(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    Map<String, Object> basket(String sku, int quantity) {
        return with("storeId", shop.storeId, "lines", List.of(with("skuId", sku, "quantity", quantity)));
    }
}
