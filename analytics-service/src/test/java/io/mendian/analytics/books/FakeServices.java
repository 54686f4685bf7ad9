package io.mendian.analytics.books;

import feign.Request;
import io.mendian.analytics.books.client.BookingBooks;
import io.mendian.analytics.books.client.InventoryBooks;
import io.mendian.analytics.books.client.MarketingBooks;
import io.mendian.analytics.books.client.MemberBooks;
import io.mendian.analytics.books.client.OrderBooks;
import io.mendian.analytics.books.client.ServiceBooks;
import io.mendian.analytics.liability.client.PointsRuleClient;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.books.BookLedgers;
import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.books.Books;
import io.mendian.runtime.problem.CommonProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
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

    /** What a test has a service say of each thing, by service and ledger. A name ending in {@code @young} is younger than the cut. */
    static final Map<String, List<BookLedgers.Row>> THINGS = new ConcurrentHashMap<>();

    /** Whatever analytics-service knows, order-service and member-service know too, until a test says otherwise. */
    static volatile @Nullable BookLedgers truth;

    /** Those that say nothing to a quick question, and would to one that waits for long. */
    static final Set<String> SILENT = ConcurrentHashMap.newKeySet();

    private static final List<String> FOLLOWED = List.of(
            "orders",
            "refunds",
            "members",
            "gift-card-postings",
            "stored-value-postings",
            "tips",
            "deposits",
            "fulfilment-moves");

    /** How often these services were asked for rows. */
    static final AtomicInteger READINGS = new AtomicInteger();

    private static List<BookLedgers.Row> things(String service, String ledger, String cut) {
        List<BookLedgers.Row> rows = new ArrayList<>(THINGS.getOrDefault(service + "/" + ledger, List.of()));
        if (Instant.parse(cut).isAfter(Instant.parse("2900-01-01T00:00:00Z"))) {
            rows.addAll(THINGS.getOrDefault(service + "/" + ledger + "@young", List.of()));
        }
        BookLedgers own = truth;
        if (own != null && FOLLOWED.contains(ledger)) {
            List<Integer> all = IntStream.range(0, BookLedgers.BUCKETS).boxed().toList();
            rows.addAll(own.rows(ledger, all, Instant.parse(cut)));
        }
        return rows;
    }

    private static int bucketOf(BookLedgers.Row row) {
        return (int) (crc(row.id()) % BookLedgers.BUCKETS);
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static List<BookLedgers.Bucket> sums(String service, String ledger, String cut) {
        Map<Integer, BookLedgers.Bucket> sums = new TreeMap<>();
        for (BookLedgers.Row row : things(service, ledger, cut)) {
            sums.merge(
                    bucketOf(row),
                    new BookLedgers.Bucket(bucketOf(row), 1, row.value(), crc(row.id() + ":" + row.value())),
                    (a, b) -> new BookLedgers.Bucket(
                            a.bucket(), a.count() + b.count(), a.sum() + b.sum(), a.mark() + b.mark()));
        }
        return List.copyOf(sums.values());
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
        public Books books(Request.Options patience) {
            return answer.get();
        }

        @Override
        public List<BookLedgers.Bucket> buckets(String ledger, String cut, Request.Options patience) {
            return sums(name, ledger, cut);
        }

        @Override
        public List<BookLedgers.Row> rows(String ledger, List<Integer> buckets, String cut, Request.Options patience) {
            READINGS.incrementAndGet();
            return things(name, ledger, cut).stream()
                    .filter(row -> buckets.contains(bucketOf(row)))
                    .toList();
        }

        @Override
        public Alarms.OfService alarms() {
            if (SILENT.contains(name)) {
                throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", name + "-service");
            }
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

    /** A hundred points pay one unit, until a test says otherwise; 0: member-service is away. */
    public static volatile long pointsPerUnit = 100;

    @Bean
    @Primary
    PointsRuleClient pointsRule() {
        return () -> {
            if (pointsPerUnit == 0) {
                throw new IllegalStateException("member-service is away");
            }
            return new PointsRuleClient.Rule(pointsPerUnit);
        };
    }
}
