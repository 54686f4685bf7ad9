package io.mendian.analytics.books;

import io.mendian.analytics.books.client.BookingBooks;
import io.mendian.analytics.books.client.InventoryBooks;
import io.mendian.analytics.books.client.MarketingBooks;
import io.mendian.analytics.books.client.MemberBooks;
import io.mendian.analytics.books.client.OrderBooks;
import io.mendian.analytics.books.client.ServiceBooks;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.books.Books;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The other five services, as far as their books go; a test may let one be away or say something else. */
@Configuration(proxyBeanMethods = false)
public class FakeServices {

    /** What order-service answers. */
    static volatile Supplier<Books> order = () -> balanced("order", Map.of());

    static Books balanced(String service, Map<String, Long> figures) {
        return new Books(service, List.of(new BookResult("I1 a check", "row", true, 3, 1, List.of())), figures);
    }

    /** Its books and one open alarm. */
    private static class Fake implements ServiceBooks {
        private final String name;
        private final Supplier<Books> answer;

        Fake(String name, Supplier<Books> answer) {
            this.name = name;
            this.answer = answer;
        }

        Fake(String name) {
            this(name, () -> balanced(name, Map.of()));
        }

        @Override
        public Books books() {
            return answer.get();
        }

        @Override
        public Alarms.OfService alarms() {
            answer.get();
            return new Alarms.OfService(
                    name, List.of(new Alarms.Alarm("7", "BOOKS", "I1 a check", Map.of(), Instant.EPOCH, null, null)));
        }
    }

    private static final class FakeMember extends Fake implements MemberBooks {
        FakeMember() {
            super("member");
        }
    }

    @Bean
    @Primary
    MemberBooks memberBooks() {
        return new FakeMember();
    }

    private static final class FakeMarketing extends Fake implements MarketingBooks {
        FakeMarketing() {
            super("marketing");
        }
    }

    @Bean
    @Primary
    MarketingBooks marketingBooks() {
        return new FakeMarketing();
    }

    private static final class FakeOrder extends Fake implements OrderBooks {
        FakeOrder() {
            super("order", () -> order.get());
        }
    }

    @Bean
    @Primary
    OrderBooks orderBooks() {
        return new FakeOrder();
    }

    private static final class FakeInventory extends Fake implements InventoryBooks {
        FakeInventory() {
            super("inventory");
        }
    }

    @Bean
    @Primary
    InventoryBooks inventoryBooks() {
        return new FakeInventory();
    }

    private static final class FakeBooking extends Fake implements BookingBooks {
        FakeBooking() {
            super("booking");
        }
    }

    @Bean
    @Primary
    BookingBooks bookingBooks() {
        return new FakeBooking();
    }
}
