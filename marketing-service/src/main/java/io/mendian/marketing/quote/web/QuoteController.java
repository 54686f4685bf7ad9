package io.mendian.marketing.quote.web;

import io.mendian.marketing.quote.Quoting;
import io.mendian.marketing.quote.QuotingAgain;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuoteController {

    private final Quoting quoting;
    private final QuotingAgain again;

    QuoteController(Quoting quoting, QuotingAgain again) {
        this.quoting = quoting;
        this.again = again;
    }

    @PostMapping("/internal/v1/quotes")
    @Allow
    @Operation(
            summary = "What a basket costs, and why",
            description =
                    "Amounts in the smallest unit of the currency. 1 to 200 lines; quantity 1 to 100,000; levelPricePermille"
                            + " 0 to 1000 (900 = 9折, absent or 1000 = none). couponIds: null takes the best combination, a list is the"
                            + " member's choice, an empty list none. usePoints: 0 none, -1 as many as allowed. holdId (optional): coupons"
                            + " and budgets held by it count as free. payWith (optional): the tenders the customer means to use, for rules"
                            + " and roundings that ask for one; the order must then be paid so. memberPaidOrders: for first-order rules;"
                            + " segments: ids of the member's segments. A line with noDiscount keeps its price whatever applies."
                            + " listMinor − discountMinor + feesMinor + roundingMinor = payableMinor; the lines' netMinor sum to listMinor"
                            + " − discountMinor. paidOtherwise: what the basket costs with other means of payment. The answer changes"
                            + " nothing; the same question gets the same answer as long as the member's coupons and the rules are the"
                            + " same. gapMinor is 0 when the combination is certainly the best, else how much cheaper another could be at"
                            + " most. asked, rules and charges are to be stored with the order: with them POST /internal/v1/quotes/again"
                            + " computes it again. Texts in the language of Accept-Language.")
    QuoteAnswer quote(@Valid @RequestBody QuoteRequest body, Locale locale) {
        return QuoteAnswer.of(body, quoting.quote(body.command()), locale);
    }

    @PostMapping("/internal/v1/quotes/again")
    @Allow
    @Operation(
            summary = "Compute an old quote again",
            description =
                    "The body is the answer of POST /internal/v1/quotes as it was stored with the order; asked, rules,"
                            + " charges and ruleVersion are read. Neither live rules nor coupons are looked at, so that the same comes"
                            + " out whatever has changed since. notApplied and paidOtherwise stay empty. 409 QUOTE_VERSION_GONE when"
                            + " this service no longer knows the calculation; 400 QUOTE_INCOMPLETE.")
    QuoteAnswer again(@Valid @RequestBody StoredQuote body, Locale locale) {
        return QuoteAnswer.of(body.asked(), again.quote(body.known()), locale);
    }
}
