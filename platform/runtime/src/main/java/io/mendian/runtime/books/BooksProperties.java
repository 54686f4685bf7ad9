package io.mendian.runtime.books;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the books are run by themselves.
 *
 * @param hour the hour of the day from which on they run, 0 to 23; below zero: never
 * @param zone the zone of that hour
 * @param keysAtOnce keys of a topic whose numbers are in memory at a time, about 150 bytes each; a topic of more is read once more
 *     for each so many
 */
@ConfigurationProperties("mendian.books")
public record BooksProperties(
        @DefaultValue("4") int hour,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("200000") int keysAtOnce) {}
