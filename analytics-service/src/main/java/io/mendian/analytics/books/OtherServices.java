package io.mendian.analytics.books;

import io.mendian.analytics.books.client.BookingBooks;
import io.mendian.analytics.books.client.InventoryBooks;
import io.mendian.analytics.books.client.MarketingBooks;
import io.mendian.analytics.books.client.MemberBooks;
import io.mendian.analytics.books.client.OrderBooks;
import io.mendian.analytics.books.client.ServiceBooks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The other five services, asked at the same time. */
@Component
class OtherServices {

    private static final Logger LOG = LoggerFactory.getLogger(OtherServices.class);

    private final Map<String, ServiceBooks> others = new LinkedHashMap<>();

    OtherServices(
            MemberBooks member,
            MarketingBooks marketing,
            OrderBooks order,
            InventoryBooks inventory,
            BookingBooks booking) {
        others.put("member", member);
        others.put("marketing", marketing);
        others.put("order", order);
        others.put("inventory", inventory);
        others.put("booking", booking);
    }

    ServiceBooks of(String name) {
        return Objects.requireNonNull(others.get(name), name);
    }

    /** The answer of each by name; of one that does not answer what {@code away} makes of its name. */
    <T> Map<String, T> ask(Function<ServiceBooks, T> question, Function<String, T> away) {
        Map<String, T> answers = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<T>> asked = new LinkedHashMap<>();
            others.forEach((name, service) -> asked.put(name, threads.submit(() -> question.apply(service))));
            asked.forEach((name, answer) -> answers.put(name, await(name, answer, away)));
        }
        return answers;
    }

    private static <T> T await(String name, Future<T> answer, Function<String, T> away) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            LOG.warn("{} cannot be asked: {}", name, String.valueOf(e.getCause()));
            return away.apply(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
