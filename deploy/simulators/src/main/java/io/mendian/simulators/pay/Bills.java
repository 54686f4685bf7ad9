package io.mendian.simulators.pay;

import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The daily trade bill: made at 10 o'clock of the next day, kept for three months, fetched by an address valid 5 minutes. */
final class Bills {

    /** What a merchant is told when he asks for a bill. */
    record Ready(String token, String sha1) {}

    private record File(byte[] content, Instant until) {}

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final World world;
    private final ProviderKeys keys;
    private final Trades trades;
    private final Refunds refunds;
    private final Map<String, File> files = new ConcurrentHashMap<>();

    Bills(World world, ProviderKeys keys, Trades trades, Refunds refunds) {
        this.world = world;
        this.keys = keys;
        this.trades = trades;
        this.refunds = refunds;
    }

    /** Prepares the bill of a day. {@code type} is ALL, SUCCESS or REFUND; the hash is that of the uncompressed file. */
    Ready prepare(String date, String type, boolean gzip) {
        LocalDate day = day(date);
        BillText bill = new BillText(keys);
        if (!type.equals("REFUND")) {
            trades.all().stream().filter(t -> on(day, t.outcome().paidAt())).forEach(bill::payment);
        }
        if (!type.equals("SUCCESS")) {
            for (Refund refund : refunds.all()) {
                if (on(day, refund.createdAt())) {
                    bill.refund(refund, trades.require(refund.outTradeNo()));
                }
            }
        }
        if (bill.isEmpty()) {
            throw new PayRefusal(400, "NO_STATEMENT_EXIST", "账单文件不存在");
        }
        byte[] text = bill.text().getBytes(StandardCharsets.UTF_8);
        String token = Numbers.hex(32);
        files.put(
                token,
                new File(gzip ? zipped(text) : text, world.clock().instant().plus(LIFE)));
        return new Ready(token, sha1(text));
    }

    byte[] file(String token) {
        File file = files.get(token);
        if (file == null || !world.clock().instant().isBefore(file.until)) {
            throw PayRefusal.invalid("账单下载地址无效或已过期，请重新申请");
        }
        return file.content;
    }

    private LocalDate day(String date) {
        LocalDate day;
        try {
            day = LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw PayRefusal.parameter("bill_date格式错误，应为yyyy-MM-dd");
        }
        ZonedDateTime now = world.clock().instant().atZone(Numbers.ZONE);
        if (!day.isBefore(now.toLocalDate())) {
            throw new PayRefusal(400, "NO_STATEMENT_EXIST", "账单文件不存在");
        }
        if (now.isBefore(day.plusDays(1).atTime(LocalTime.of(10, 0)).atZone(Numbers.ZONE))) {
            throw new PayRefusal(400, "STATEMENT_CREATING", "账单生成中，请在10点后获取");
        }
        if (day.isBefore(now.toLocalDate().minusMonths(3))) {
            throw PayRefusal.invalid("仅支持三个月内的账单下载申请");
        }
        return day;
    }

    private static boolean on(LocalDate day, @Nullable Instant at) {
        return at != null && at.atZone(Numbers.ZONE).toLocalDate().equals(day);
    }

    private static byte[] zipped(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sha1(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
