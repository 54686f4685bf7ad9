package io.mendian.bench.inside;

import io.mendian.bench.measure.Rounds;
import io.mendian.kernel.MemberKey;
import io.mendian.member.MemberServiceApplication;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.member.wallet.WalletSession;
import io.mendian.runtime.coalesce.Coalescer;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts stored value without HTTP; a line of what the host took, then one per round with postings a second: on one account plainly (guarded update and insert),
 * plainly with an event, one by one, and together; the same with a fifth of the postings on one account of many; then together on 100, 1,000 and
 * all accounts evenly. Arguments: accounts, callers, rounds, seconds, file.
 */
public final class PostingsMain {

    /** Four ways on one account, four on many, and three numbers of accounts. */
    private static final int RATES = 11;

    private static final StoredValue DELTA = new StoredValue(100, 10);

    private final WalletLedger ledger;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final PlainPostings plain;
    private final long[] accounts;
    private final int callers;
    private final double seconds;
    private final Coalescer<Wish> coalescer = new Coalescer<>("bench-postings", 4, this::together, this::alone);

    private record Wish(MemberKey member, String cause) {}

    /** Where a posting goes. */
    private interface Aim {
        int account(SplittableRandom random);
    }

    private PostingsMain(ConfigurableApplicationContext context, int accounts, int callers, double seconds) {
        this.ledger = context.getBean(WalletLedger.class);
        this.outbox = context.getBean(Outbox.class);
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        this.accounts =
                Stream.generate(Ids::next).limit(accounts).mapToLong(id -> id).toArray();
        this.plain = new PlainPostings(context, transaction, this.accounts);
        this.callers = callers;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[2]);
        List<String> lines = new ArrayList<>();
        try (ConfigurableApplicationContext context = SpringApplication.run(
                MemberServiceApplication.class, "--server.port=0", "--mendian.timers.enabled=false")) {
            PostingsMain main = new PostingsMain(
                    context, Integer.parseInt(args[0]), Integer.parseInt(args[1]), Double.parseDouble(args[3]));
            double[] ignored = main.round();
            Rounds measured = Rounds.of(rounds, round -> main.round());
            lines.add(measured.note());
            for (int round = 0; round < rounds; round++) {
                lines.add(line(measured, round));
            }
            main.coalescer.close();
            main.plain.drop();
        }
        Prompted.write(Path.of(args[4]), lines);
        System.exit(0);
    }

    private static String line(Rounds measured, int round) {
        return IntStream.range(0, RATES)
                .mapToObj(at -> Double.toString(measured.column(at)[round]))
                .collect(Collectors.joining(" "));
    }

    private double[] round() throws Exception {
        Aim hot = random -> 0;
        Aim mixed = random -> random.nextInt(5) == 0 ? 0 : random.nextInt(accounts.length);
        Consumer<Wish> oneByOne = this::alone;
        Consumer<Wish> gathered = wish -> coalescer.ask(wish.member.value(), wish);
        Consumer<Wish> plainly = wish -> plain.post(wish.member.value(), DELTA.totalMinor(), wish.cause);
        Consumer<Wish> tellingToo = wish -> plain.postAndTell(wish.member.value(), DELTA.totalMinor(), wish.cause);
        List<Double> rates = new ArrayList<>();
        for (Aim aim : List.of(hot, mixed)) {
            rates.add(rate(plainly, aim));
            rates.add(rate(tellingToo, aim));
            rates.add(rate(oneByOne, aim));
            rates.add(rate(gathered, aim));
        }
        for (int many : new int[] {100, 1_000, accounts.length}) {
            rates.add(rate(gathered, random -> random.nextInt(many)));
        }
        return rates.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void alone(Wish wish) {
        transaction.executeWithoutResult(status -> ledger.post(wish.member, DELTA, "BENCH", wish.cause));
    }

    /** Nothing is refused here, for everything comes in. */
    private List<Optional<ProblemException>> together(List<Wish> wishes) {
        transaction.executeWithoutResult(status -> {
            WalletSession session =
                    ledger.open(wishes.stream().map(Wish::member).toList());
            wishes.forEach(wish -> session.post(wish.member, DELTA, "BENCH", wish.cause));
            outbox.addAll(session.save());
        });
        return wishes.stream().map(wish -> Optional.<ProblemException>empty()).toList();
    }

    private double rate(Consumer<Wish> way, Aim aim) throws Exception {
        LongAdder posted = new LongAdder();
        long begin = System.nanoTime();
        long until = begin + (long) (seconds * 1e9);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                SplittableRandom random = new SplittableRandom(i);
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < until) {
                        way.accept(new Wish(MemberKey.of(accounts[aim.account(random)]), Long.toString(Ids.next())));
                        posted.increment();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return posted.sum() / ((System.nanoTime() - begin) / 1e9);
    }
}
