package io.mendian.analytics.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.analytics.Trading;
import io.mendian.contracts.member.GiftCardChanged;
import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.contracts.order.DepositChanged;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is owed in another money is not added to this one: the event waits for a person instead. */
class OwedCurrencyTest extends LiabilityCase {

    private static final Instant AT = Instant.parse("2033-01-01T02:00:00Z");

    @Autowired
    BookGiftCards giftCards;

    @Autowired
    BookStoredValue storedValue;

    @Autowired
    BookDeposits deposits;

    @Test
    void dollarsAreNoYuan() {
        JsonNode before = report("");
        GiftCardChanged card = new GiftCardChanged(Long.toString(Trading.id()), 700, 700, "USD", "ISSUE", "o1:1", AT);
        StoredValueChanged value = new StoredValueChanged(Trading.member(), 900, 0, 0, 0, "USD", "RECHARGE", "o9", AT);
        DepositChanged deposit = new DepositChanged(
                OrderId.of(Trading.id()),
                StoreId.of(Trading.id()),
                "RECEIVED",
                1_000,
                "USD",
                LocalDate.parse("2033-01-01"),
                AT);
        for (Runnable posting : List.<Runnable>of(
                () -> giftCards.changed(card), () -> storedValue.changed(value), () -> deposits.changed(deposit))) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> posting.run()))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(report("")).isEqualTo(before);
    }
}
