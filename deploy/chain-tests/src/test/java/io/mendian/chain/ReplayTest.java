package io.mendian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.supervisor.Part;
import io.mendian.supervisor.replay.ReplayCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** An old till's purchases are taken over while a service is killed, and once more: every figure is the file's. */
class ReplayTest {

    private static final int PURCHASES = 3_000;
    private static final long SEED = 19_970_101;

    private final Shop shop = Shop.open();
    private final ChainUnderTest chain = shop.chain;

    @Test
    void aTakeoverThatIsKilledInTheMiddleCountsEverythingOnce() throws IOException {
        Path file = Files.writeString(chain.home().resolve("old-till-" + shop.mark + ".txt"), purchases());
        CompletableFuture<Integer> replay =
                CompletableFuture.supplyAsync(() -> replay(file), Thread::startVirtualThread);
        Shop.until(() -> takenOver() > 0);
        chain.kill(Part.ORDER);
        chain.kill(Part.ANALYTICS);
        chain.up();
        assertThat(replay.join()).isZero();
        assertThat(replay(file)).isZero();
        assertThat(takenOver()).isEqualTo(PURCHASES);
        shop.booksBalance();
    }

    private int replay(Path file) {
        return new CommandLine(new ReplayCommand())
                .execute(
                        file.toString(),
                        "--url=" + chain.door().base(),
                        "--token=" + shop.hq.token(),
                        "--home=" + chain.home(),
                        "--source=till" + shop.mark,
                        "--store=OLD" + shop.mark,
                        "--currency=CNY");
    }

    private long takenOver() {
        return shop.hq
                .get("/hq/v1/history/sales/summary?source=till" + shop.mark)
                .expect(200)
                .number("sales");
    }

    /** As such files are: a header, CRLF, blanks of any width, gifts for 0.00, several purchases on a day, some of them equal. */
    private static String purchases() {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(" customer_id     date number_of_cds dollar_value\r\n");
        String line = "";
        for (int i = 0; i < PURCHASES; i++) {
            if (line.isEmpty() || random.nextInt(50) != 0) {
                LocalDate day = LocalDate.of(1997, 1, 1).plusDays(random.nextInt(545));
                boolean gift = random.nextInt(100) == 0;
                line = String.format(
                        Locale.ROOT,
                        " %05d %s %2d %s%d.%02d",
                        1 + random.nextInt(PURCHASES / 4),
                        day.format(DateTimeFormatter.BASIC_ISO_DATE),
                        1 + random.nextInt(random.nextInt(20) == 0 ? 99 : 5),
                        " ".repeat(1 + random.nextInt(4)),
                        gift ? 0 : random.nextInt(120),
                        gift ? 0 : random.nextInt(100));
            }
            text.append(line).append("\r\n");
        }
        return text.toString();
    }
}
