package io.mendian.bench.inside;

import io.mendian.booking.BookingServiceApplication;
import io.mendian.booking.bookings.BookSeat;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Members who all want a seat at the opening second, without HTTP: each tries four classes until he has one. Arguments: sessions
 * separated by commas, members, callers at once, seed, file. Leaves attempts a second, then for every seat taken
 * "session arrival" in the order of the arrivals.
 */
public final class StampedeMain {

    private static final int TRIES = 4;

    private StampedeMain() {}

    private record Taken(long session, long arrival, long bookingId) {}

    public static void main(String[] args) throws Exception {
        long[] sessions = java.util.Arrays.stream(args[0].split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        int members = Integer.parseInt(args[1]);
        Semaphore atOnce = new Semaphore(Integer.parseInt(args[2]), true);
        long seed = Long.parseLong(args[3]);
        List<String> lines = new ArrayList<>();
        try (ConfigurableApplicationContext context = SpringApplication.run(
                BookingServiceApplication.class, "--server.port=0", "--mendian.timers.enabled=false")) {
            BookSeat book = context.getBean(BookSeat.class);
            AtomicLong attempts = new AtomicLong();
            CountDownLatch opening = new CountDownLatch(1);
            List<Future<List<Taken>>> running = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < members; i++) {
                    MemberKey member = MemberKey.of(Ids.next());
                    SplittableRandom random = new SplittableRandom(seed + i);
                    running.add(threads.submit(() -> {
                        opening.await();
                        return tries(book, member, sessions, random, atOnce, attempts);
                    }));
                }
                long begin = System.nanoTime();
                opening.countDown();
                for (Future<List<Taken>> one : running) {
                    one.get().forEach(taken -> lines.add(taken.session + " " + taken.arrival + " " + taken.bookingId));
                }
                lines.addFirst(Double.toString(attempts.get() / ((System.nanoTime() - begin) / 1e9)));
            }
        }
        Path file = Path.of(args[4]);
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Files.write(partial, lines);
        Files.move(partial, file);
        System.exit(0);
    }

    private static List<Taken> tries(
            BookSeat book,
            MemberKey member,
            long[] sessions,
            SplittableRandom random,
            Semaphore atOnce,
            AtomicLong attempts)
            throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            long session = sessions[random.nextInt(sessions.length)];
            atOnce.acquire();
            try {
                long arrival = attempts.incrementAndGet();
                long bookingId = Ids.next();
                book.book(bookingId, session, member, false);
                return List.of(new Taken(session, arrival, bookingId));
            } catch (ProblemException fullOrBooked) {
                if (fullOrBooked.problem().status() != 409) {
                    throw fullOrBooked;
                }
            } finally {
                atOnce.release();
            }
        }
        return List.of();
    }
}
