package io.mendian.analytics.books;

import io.mendian.analytics.books.BooksView.Check;
import io.mendian.analytics.books.client.BookingBooks;
import io.mendian.analytics.books.client.InventoryBooks;
import io.mendian.analytics.books.client.MarketingBooks;
import io.mendian.analytics.books.client.MemberBooks;
import io.mendian.analytics.books.client.OrderBooks;
import io.mendian.analytics.books.client.ServiceBooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The books of all six services, asked at the same time, and the checks that need two of them. */
@Component
public class ChainBooks {

    private static final Logger LOG = LoggerFactory.getLogger(ChainBooks.class);

    private final Books own;
    private final Clock clock;
    private final Map<String, ServiceBooks> others = new LinkedHashMap<>();

    ChainBooks(
            Books own,
            Clock clock,
            MemberBooks member,
            MarketingBooks marketing,
            OrderBooks order,
            InventoryBooks inventory,
            BookingBooks booking) {
        this.own = own;
        this.clock = clock;
        others.put("member", member);
        others.put("marketing", marketing);
        others.put("order", order);
        others.put("inventory", inventory);
        others.put("booking", booking);
    }

    /** A service that does not answer has a check "unreachable", which does not balance. */
    public BooksView.All run() {
        Map<String, BooksView> books = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<BooksView>> asked = new LinkedHashMap<>();
            others.forEach((name, service) -> asked.put(name, threads.submit(service::books)));
            books.put("analytics", own.run());
            asked.forEach((name, answer) -> books.put(name, await(name, answer)));
        }
        books.put("chain", new BooksView("chain", BetweenServices.checks(books), null));
        List<BooksView> all = new ArrayList<>(books.values());
        boolean balanced = all.stream()
                .allMatch(service ->
                        !checks(service).isEmpty() && checks(service).stream().allMatch(Check::balanced));
        return new BooksView.All(balanced, clock.instant(), all);
    }

    private static List<Check> checks(BooksView books) {
        return Objects.requireNonNullElse(books.checks(), List.of());
    }

    private static BooksView await(String name, Future<BooksView> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            LOG.warn("the books of {} cannot be had: {}", name, String.valueOf(e.getCause()));
            return new BooksView(
                    name, List.of(new Check("unreachable", "service", false, 0, 0, List.of(name + "-service"))), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
