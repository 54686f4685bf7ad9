package io.mendian.marketing.quote;

import io.mendian.kernel.Money;
import io.mendian.marketing.pricing.Basket;
import io.mendian.marketing.pricing.CashRounding;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.Quote;
import io.mendian.marketing.pricing.Tenders;
import io.mendian.marketing.pricing.Text;
import io.mendian.marketing.quote.Quoted.Otherwise;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the same basket costs with other means of payment, where a rule or the rounding asks for one. */
record PaidOtherwise(Basket basket, Quote quote, Function<Basket, Quote> pricing) {

    List<Otherwise> prices() {
        Set<String> asked = new TreeSet<>();
        for (Offer offer : basket.offers()) {
            asked.addAll(offer.conditions().audience().meansOfPayment());
        }
        CashRounding rounding = basket.charges().rounding();
        if (rounding.mode() != CashRounding.Mode.NONE && rounding.cashOnly()) {
            asked.add("CASH");
        }
        List<Otherwise> prices = new ArrayList<>();
        for (String tender : asked) {
            add(Set.of(tender), prices);
        }
        if (asked.stream().anyMatch(basket.customer().payWith()::contains)) {
            add(Set.of(), prices);
        }
        return prices;
    }

    private void add(Set<String> payWith, List<Otherwise> prices) {
        if (payWith.equals(basket.customer().payWith())) {
            return;
        }
        long payable = pricing.apply(basket.payingWith(payWith)).payableMinor();
        if (payable != quote.payableMinor()) {
            prices.add(new Otherwise(payWith, payable, text(payWith, payable)));
        }
    }

    private Text text(Set<String> payWith, long payable) {
        Text means = payWith.isEmpty() ? new Text("其他方式", "other means") : Tenders.names(payWith);
        long less = quote.payableMinor() - payable;
        Money price = Money.of(payable, basket.currency());
        Money by = Money.of(Math.abs(less), basket.currency());
        return less > 0
                ? new Text(
                        "用" + means.zh() + "支付只需 " + price.zh() + "，再省 " + by.zh(),
                        "Paid by " + means.en() + " it is " + price.figure() + ", " + by.figure() + " less")
                : new Text(
                        "用" + means.zh() + "支付需 " + price.zh() + "，多付 " + by.zh(),
                        "Paid by " + means.en() + " it is " + price.figure() + ", " + by.figure() + " more");
    }
}
