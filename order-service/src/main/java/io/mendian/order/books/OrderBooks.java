package io.mendian.order.books;

import io.mendian.order.OrderProperties;
import io.mendian.runtime.books.Invariant;
import io.mendian.runtime.books.Invariants;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The invariants of orders, payments and refunds, with the instants before which a process must have ended. */
@Configuration(proxyBeanMethods = false)
class OrderBooks {

    private static final Duration PROCESSES_END_WITHIN = Duration.ofMinutes(1);
    private static final Duration PAYING_ENDS_WITHIN = Duration.ofMinutes(3);

    @Bean
    Invariants orderInvariants(OrderProperties settings, Clock clock) {
        List<Invariant> all = Stream.of(OrderInvariants.ALL, HandingInvariants.ALL, PresaleInvariants.ALL)
                .flatMap(List::stream)
                .toList();
        return new Invariants(all, () -> {
            Instant now = clock.instant();
            Instant placing = now.minus(settings.placingStuckAfter()).minus(PROCESSES_END_WITHIN);
            return Map.of("placing", Timestamp.from(placing), "paying", Timestamp.from(now.minus(PAYING_ENDS_WITHIN)));
        });
    }
}
