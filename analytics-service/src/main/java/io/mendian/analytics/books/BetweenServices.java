package io.mendian.analytics.books;

import io.mendian.analytics.books.client.ServiceBooks;
import io.mendian.runtime.books.BookLedgers;
import io.mendian.runtime.books.BookLedgers.Bucket;
import io.mendian.runtime.books.BookLedgers.Row;
import io.mendian.runtime.books.BookResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares what two services say of the same things. First the sums of 256 buckets; only where these differ the things
 * themselves, many buckets in one reading and no more than a few readings, so that a chain with many orders is compared by
 * few rows, and one with many events under way does not wait for its answer.
 */
@Component
class BetweenServices {

    private static final Logger LOG = LoggerFactory.getLogger(BetweenServices.class);
    private static final Duration UNDER_WAY = Duration.ofSeconds(60);
    private static final Instant ALL = Instant.parse("2999-01-01T00:00:00Z");
    private static final int SHOWN = 20;
    private static final int MOST_READINGS = 4;
    /** Things of one reading, all of which are in memory on both sides, besides what these services do for customers meanwhile. */
    private static final int READING = 10_000;

    private final OtherServices services;
    private final BookLedgers own;
    private final Clock clock;

    BetweenServices(OtherServices services, BookLedgers own, Clock clock) {
        this.services = services;
        this.own = own;
        this.clock = clock;
    }

    List<BookResult> checks() {
        Instant cut = clock.instant().minus(UNDER_WAY);
        return Comparison.ALL.stream().map(one -> check(one, cut)).toList();
    }

    private BookResult check(Comparison one, Instant cut) {
        long began = System.nanoTime();
        List<String> wrong = new ArrayList<>();
        long checked = 0;
        try {
            // the side that learns by event is read first: what it has, the source had before
            Map<Integer, Bucket> right = buckets(one.right(), one.rightLedger(), one.within() ? cut : ALL);
            Map<Integer, Bucket> left = buckets(one.left(), one.leftLedger(), one.within() ? cut : ALL);
            checked = left.values().stream().mapToLong(Bucket::count).sum();
            wrong.addAll(inReadings(one, cut, left, right));
        } catch (RuntimeException e) {
            LOG.warn("{}: {}", one.name(), e.toString());
            wrong.add("the check could not run: " + e.getMessage());
        }
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        return new BookResult(
                one.name(),
                one.scope(),
                wrong.isEmpty(),
                checked,
                millis,
                wrong.stream().limit(SHOWN).toList());
    }

    private List<String> inReadings(
            Comparison one, Instant cut, Map<Integer, Bucket> left, Map<Integer, Bucket> right) {
        TreeSet<Integer> differing = new TreeSet<>(left.keySet());
        differing.addAll(one.within() ? List.of() : right.keySet());
        differing.removeIf(
                bucket -> left.containsKey(bucket) && left.get(bucket).equals(right.get(bucket)));
        List<String> wrong = new ArrayList<>();
        int readings = 0;
        while (!differing.isEmpty() && readings < MOST_READINGS && wrong.size() < SHOWN) {
            List<Integer> together = upToOneReading(differing, left, right);
            differing.removeAll(together);
            readings++;
            wrong.addAll(one.within() ? outside(one, together, cut) : different(one, together, cut));
        }
        if (!differing.isEmpty() && wrong.isEmpty()) {
            wrong.add("too much is under way to tell: " + differing.size() + " of " + BookLedgers.BUCKETS
                    + " parts still differ; ask again when the events have arrived");
        }
        return wrong;
    }

    /** The first of the buckets, as many as one reading takes; at least one. */
    private static List<Integer> upToOneReading(
            TreeSet<Integer> buckets, Map<Integer, Bucket> left, Map<Integer, Bucket> right) {
        List<Integer> together = new ArrayList<>();
        long rows = 0;
        for (int bucket : buckets) {
            rows += Math.max(count(left, bucket), count(right, bucket));
            if (!together.isEmpty() && rows > READING) {
                break;
            }
            together.add(bucket);
        }
        return together;
    }

    private static long count(Map<Integer, Bucket> side, int bucket) {
        Bucket sums = side.get(bucket);
        return sums == null ? 0 : sums.count();
    }

    private List<String> different(Comparison one, List<Integer> buckets, Instant cut) {
        Map<String, Long> right = rows(one.right(), one.rightLedger(), buckets, ALL);
        Map<String, Long> left = rows(one.left(), one.leftLedger(), buckets, ALL);
        Map<String, Long> settled = rows(one.left(), one.leftLedger(), buckets, cut);
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(left).forEach((id, here) -> {
            Long there = right.get(id);
            boolean mustBeThere = settled.containsKey(id) || there != null;
            if (mustBeThere && !here.equals(there)) {
                wrong.add(id + ": " + one.left() + " " + here + ", " + one.right() + " "
                        + (there == null ? "nothing" : there));
            }
        });
        new TreeMap<>(right).forEach((id, there) -> {
            if (!left.containsKey(id)) {
                wrong.add(id + ": " + one.left() + " nothing, " + one.right() + " " + there);
            }
        });
        return wrong;
    }

    private List<String> outside(Comparison one, List<Integer> buckets, Instant cut) {
        Map<String, Long> held = rows(one.left(), one.leftLedger(), buckets, cut);
        Map<String, Long> open = rows(one.right(), one.rightLedger(), buckets, cut);
        return held.keySet().stream()
                .filter(id -> !open.containsKey(id))
                .sorted()
                .map(id -> id + " is held by " + one.left() + ", not open in " + one.right())
                .toList();
    }

    private Map<Integer, Bucket> buckets(String service, String ledger, Instant cut) {
        List<Bucket> all = service.equals("analytics")
                ? own.buckets(ledger, cut)
                : services.of(service).buckets(ledger, cut.toString(), ServiceBooks.PATIENT);
        Map<Integer, Bucket> byNumber = new HashMap<>();
        all.forEach(bucket -> byNumber.put(bucket.bucket(), bucket));
        return byNumber;
    }

    private Map<String, Long> rows(String service, String ledger, List<Integer> buckets, Instant cut) {
        List<Row> all = service.equals("analytics")
                ? own.rows(ledger, buckets, cut)
                : services.of(service).rows(ledger, buckets, cut.toString(), ServiceBooks.PATIENT);
        Map<String, Long> byId = new HashMap<>();
        all.forEach(row -> byId.put(row.id(), row.value()));
        return byId;
    }
}
