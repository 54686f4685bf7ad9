package io.mendian.bench.inside;

import io.mendian.booking.BookingServiceApplication;
import io.mendian.booking.bookings.BookSeat;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Members who all want a seat at the opening second, without HTTP: each tries four classes until he has one. Asked for sessions,
 * separated by commas, and a seed it answers attempts a second, then for every seat taken "session arrival booking".
 * Arguments: members of a session, callers at once, folder.
 */
public final class StampedeMain {

    private static final int TRIES = 4;

    private StampedeMain() {}

    private record Taken(long session, long arrival, long bookingId) {}

    public static void main(String[] args) throws Exception {
        int members = Integer.parseInt(args[0]);
        Semaphore atOnce = new Semaphore(Integer.parseInt(args[1]), true);
        try (ConfigurableApplicationContext context = SpringApplication.run(
                BookingServiceApplication.class, "--server.port=0", "--mendian.timers.enabled=false")) {
            BookSeat book = context.getBean(BookSeat.class);
            Prompted.serve(Path.of(args[2]), question -> {
                List<String> lines = new ArrayList<>();
                long seed = Long.parseLong(question.getLast());
                lines.addFirst(Double.toString(stampede(book, ids(question.getFirst()), members, atOnce, seed, lines)));
                return lines;
            });
        }
        System.exit(0);
    }

    private static long[] ids(String separatedByCommas) {
        return java.util.Arrays.stream(separatedByCommas.split(","))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Attempts a second; adds a line for every seat taken. */
    private static double stampede(
            BookSeat book, long[] sessions, int members, Semaphore atOnce, long seed, List<String> lines)
            throws InterruptedException, ExecutionException {
        AtomicLong attempts = new AtomicLong();
        CountDownLatch opening = new CountDownLatch(1);
        List<Future<List<Taken>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < members * sessions.length; i++) {
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
            return attempts.get() / ((System.nanoTime() - begin) / 1e9);
        }
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
                book.book(bookingId, session, member);
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
