package io.mendian.runtime.books;

import io.mendian.runtime.ShortName;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The books of a service: what it lists, run by one route. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
@Import({BooksController.class, PlatformBooks.class})
public class BooksConfiguration {

    @Bean
    BookQueries bookQueries(
            @Value(ShortName.OF_SERVICE) String service,
            DataSource database,
            ObjectProvider<BookCheck> checks,
            ObjectProvider<Invariants> listed,
            ObjectProvider<BookFigures> figures) {
        return new BookQueries(
                service,
                database,
                checks.stream().toList(),
                listed.stream().toList(),
                figures.stream().toList());
    }
}
