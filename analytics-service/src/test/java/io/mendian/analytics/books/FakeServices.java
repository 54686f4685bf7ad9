package io.mendian.analytics.books;

import io.mendian.analytics.books.client.BookingBooks;
import io.mendian.analytics.books.client.InventoryBooks;
import io.mendian.analytics.books.client.MarketingBooks;
import io.mendian.analytics.books.client.MemberBooks;
import io.mendian.analytics.books.client.OrderBooks;
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
    static volatile Supplier<BooksView> order = () -> balanced("order", Map.of());

    static BooksView balanced(String service, Map<String, Long> figures) {
        return new BooksView(
                service, List.of(new BooksView.Check("I1 a check", "row", true, 3, 1, List.of())), figures);
    }

    @Bean
    @Primary
    MemberBooks memberBooks() {
        return () -> balanced("member", Map.of());
    }

    @Bean
    @Primary
    MarketingBooks marketingBooks() {
        return () ->
                new BooksView("marketing", List.of(new BooksView.Check("I11 a check", null, true, 3, 1, null)), null);
    }

    @Bean
    @Primary
    OrderBooks orderBooks() {
        return () -> order.get();
    }

    @Bean
    @Primary
    InventoryBooks inventoryBooks() {
        return () -> balanced("inventory", Map.of());
    }

    @Bean
    @Primary
    BookingBooks bookingBooks() {
        return () -> balanced("booking", Map.of());
    }
}
