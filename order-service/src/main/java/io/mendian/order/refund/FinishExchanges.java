package io.mendian.order.refund;

import io.mendian.order.OrderProperties;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings exchanges on whose request stopped half-way: the returned money is put to the new order; where that never came to
 * be, the return is off. One whose order waits for its money ends with that order.
 */
@UseCase
public class FinishExchanges {

    private static final Logger LOG = LoggerFactory.getLogger(FinishExchanges.class);
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(5);

    private final ExchangeGoods exchangeGoods;
    private final Exchanges exchanges;
    private final OrderProperties settings;
    private final Clock clock;

    FinishExchanges(ExchangeGoods exchangeGoods, Exchanges exchanges, OrderProperties settings, Clock clock) {
        this.exchangeGoods = exchangeGoods;
        this.exchanges = exchanges;
        this.settings = settings;
        this.clock = clock;
    }

    public void finish(int limit) {
        Instant now = clock.instant();
        for (Exchange exchange : exchanges.runningSince(now.minus(settings.placingStuckAfter()), limit)) {
            try {
                exchangeGoods.carryOn(exchange, exchanges.hasBegunBefore(exchange.id(), now.minus(GIVEN_UP_AFTER)));
            } catch (RuntimeException e) {
                LOG.warn("exchange {} is tried again", exchange.id(), e);
            }
        }
    }
}
