package io.mendian.marketing.quote.web;

import io.mendian.marketing.quote.Quoting;
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

    QuoteController(Quoting quoting) {
        this.quoting = quoting;
    }

    @PostMapping("/internal/v1/quotes")
    @Allow
    @Operation(
            summary = "What a basket costs, and why",
            description =
                    "Amounts in the smallest unit of the currency. 1 to 200 lines; quantity 1 to 100,000; levelPricePermille"
                            + " 0 to 1000 (900 = 9折, absent or 1000 = none). couponIds: null takes the best combination, a list is the"
                            + " member's choice, an empty list none. usePoints: 0 none, -1 as many as allowed. holdId (optional): coupons"
                            + " held by it count as free. payWith (optional): the tender the customer means to use, for promotions that ask for one. The answer changes nothing; the same question gets the same answer as long as"
                            + " the member's coupons and the promotions are the same. gapMinor is 0 when the combination is certainly the"
                            + " best, else how much cheaper another could be at most. Texts in the language of Accept-Language.")
    QuoteAnswer quote(@Valid @RequestBody QuoteRequest body, Locale locale) {
        return QuoteAnswer.of(quoting.quote(body.command()), locale);
    }
}
