package io.mendian.order.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of handing goods over.
 *
 * @param receivedAfter an order that was sent counts as received after this time when the member says nothing
 * @param recipientKept how long the recipient is kept after an order is done
 * @param looksPerMinute how many recipients one clerk sees unmasked within a minute: enough to pack, too few to copy them all
 */
@ConfigurationProperties("mendian.fulfilment")
public record FulfilmentProperties(
        @DefaultValue("10d") Duration receivedAfter,
        @DefaultValue("90d") Duration recipientKept,
        @DefaultValue("30") int looksPerMinute) {}
