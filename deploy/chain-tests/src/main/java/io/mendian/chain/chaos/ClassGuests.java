package io.mendian.chain.chaos;

import io.mendian.chain.Customers;
import io.mendian.chain.Gym;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Members who have booked a class that begins soon; each comes to its door once, in the middle of whatever happens. */
final class ClassGuests {

    private static final int EXPECTED = 3;

    /** A class begins 20 minutes after it was made. */
    private static final Duration USED_FOR = Duration.ofMinutes(12);

    private final Queue<Gym.Guest> guests = new ArrayDeque<>();
    private volatile @Nullable Gym gym;
    private Instant since = Instant.now();

    /** While all is well: somebody books for the next trials. */
    void invite() {
        if (gym == null || Duration.between(since, Instant.now()).compareTo(USED_FOR) > 0) {
            forget();
            gym = new Gym();
            since = Instant.now();
        }
        while (guests.size() < EXPECTED) {
            guests.add(gym.expects());
        }
    }

    /** The class is over, or nobody knows when it is: the next one is another. */
    void forget() {
        guests.clear();
        gym = null;
    }

    /** Somebody books and changes his mind, while there is a class. */
    void changesHisMind(Customers customers) {
        Gym where = gym;
        if (where == null) {
            customers.cashSale();
        } else {
            customers.books(where);
        }
    }

    /** Comes and shows his code. */
    Optional<Runnable> one() {
        Gym where = gym;
        return where == null
                ? Optional.empty()
                : Optional.ofNullable(guests.poll()).map(guest -> () -> where.letsIn(guest));
    }
}
