package io.mendian.analytics.books;

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
 * themselves, so that chains with many orders are compared by few rows.
 */
@Component
class BetweenServices {

    private static final Logger LOG = LoggerFactory.getLogger(BetweenServices.class);
    private static final Duration UNDER_WAY = Duration.ofSeconds(60);
    private static final Instant ALL = Instant.parse("2999-01-01T00:00:00Z");
    private static final int SHOWN = 20;

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
            TreeSet<Integer> all = new TreeSet<>(left.keySet());
            all.addAll(one.within() ? List.of() : right.keySet());
            for (int bucket : all) {
                boolean same = left.containsKey(bucket) && left.get(bucket).equals(right.get(bucket));
                if (!same && wrong.size() < SHOWN) {
                    wrong.addAll(one.within() ? outside(one, bucket, cut) : different(one, bucket, cut));
                }
            }
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

    private List<String> different(Comparison one, int bucket, Instant cut) {
        Map<String, Long> right = rows(one.right(), one.rightLedger(), bucket, ALL);
        Map<String, Long> left = rows(one.left(), one.leftLedger(), bucket, ALL);
        Map<String, Long> settled = rows(one.left(), one.leftLedger(), bucket, cut);
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

    private List<String> outside(Comparison one, int bucket, Instant cut) {
        Map<String, Long> held = rows(one.left(), one.leftLedger(), bucket, cut);
        Map<String, Long> open = rows(one.right(), one.rightLedger(), bucket, cut);
        return held.keySet().stream()
                .filter(id -> !open.containsKey(id))
                .sorted()
                .map(id -> id + " is held by " + one.left() + ", not open in " + one.right())
                .toList();
    }

    private Map<Integer, Bucket> buckets(String service, String ledger, Instant cut) {
        List<Bucket> all = service.equals("analytics")
                ? own.buckets(ledger, cut)
                : services.of(service).buckets(ledger, cut.toString());
        Map<Integer, Bucket> byNumber = new HashMap<>();
        all.forEach(bucket -> byNumber.put(bucket.bucket(), bucket));
        return byNumber;
    }

    private Map<String, Long> rows(String service, String ledger, int bucket, Instant cut) {
        List<Row> all = service.equals("analytics")
                ? own.rows(ledger, bucket, cut)
                : services.of(service).rows(ledger, bucket, cut.toString());
        Map<String, Long> byId = new HashMap<>();
        all.forEach(row -> byId.put(row.id(), row.value()));
        return byId;
    }
}
