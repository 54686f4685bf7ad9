package io.mendian.order.ordering;

import io.mendian.kernel.StoreId;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuQueries;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The goods of a printed code as an order of 0. Asks marketing-service, so never inside a transaction. */
@Component
class PrintedCodes {

    private final Stores stores;
    private final SkuQueries skus;
    private final MarketingClient marketing;
    private final String currency;

    PrintedCodes(
            Stores stores, SkuQueries skus, MarketingClient marketing, @Value("${mendian.currency}") String currency) {
        this.stores = stores;
        this.skus = skus;
        this.marketing = marketing;
        this.currency = currency;
    }

    Priced price(StoreId where, String code, Buyer buyer) {
        Store store = stores.requireTrading(where);
        MarketingClient.CodeGoods goods = marketing.codeGoods(new MarketingClient.CodeRequest(code, where));
        Sku sku = Objects.requireNonNull(skus.require(List.of(goods.skuId())).get(goods.skuId()));
        Explanation why = new Explanation("COUPON:" + goods.couponId(), goods.name(), 0);
        PricedLine line = new PricedLine(1, sku, goods.quantity(), buyer.staff(), 0, 0, 0, 0, null, List.of(why));
        TreeMap<String, Long> coupon = new TreeMap<>();
        coupon.put(goods.couponId(), 0L);
        Priced.Rules rules = new Priced.Rules(
                0, coupon, new TreeMap<>(), List.of(), 0, List.of(why), List.of(), List.of(), "", null);
        return new Priced(store, buyer, null, List.of(line), rules, List.of(), currency);
    }
}
