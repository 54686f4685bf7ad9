package io.mendian.order.reconcile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The provider's trade bill (type ALL): a head, one line per payment and refund whose values follow a backquote, a head and
 * a line of sums. Columns are found by their names, and the sums must be those of the lines: a file that was cut is refused.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791826">the provider's documentation</a>
 */
final class BillFile {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String SUMS = "总交易单数";

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<BillLine> lines = new ArrayList<>();

    private BillFile() {}

    /** Why a file cannot be read. */
    static final class Broken extends RuntimeException {
        Broken(String message) {
            super(message);
        }
    }

    static List<BillLine> read(String text) {
        BillFile file = new BillFile();
        try {
            file.parse(text.replace("\uFEFF", "").lines().toList());
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw new Broken("line " + (file.lines.size() + 2) + ": " + e.getMessage());
        }
        return file.lines;
    }

    private void parse(List<String> all) {
        String[] head = all.isEmpty() ? new String[0] : all.getFirst().split(",");
        for (int i = 0; i < head.length; i++) {
            columns.put(head[i].strip(), i);
        }
        int row = 1;
        while (row < all.size() && all.get(row).startsWith("`")) {
            lines.add(line(values(all.get(row))));
            row++;
        }
        if (row + 1 >= all.size() || !all.get(row).startsWith(SUMS)) {
            throw new Broken("the line of sums is missing after " + lines.size() + " lines");
        }
        check(all.get(row).split(","), values(all.get(row + 1)));
    }

    private static String[] values(String line) {
        return Arrays.stream(line.substring(1).split(",`", -1))
                .map(String::strip)
                .toArray(String[]::new);
    }

    private BillLine line(String[] values) {
        boolean refund = value(values, "交易状态").equals("REFUND");
        return new BillLine(
                refund ? BillLine.Kind.REFUND : BillLine.Kind.PAYMENT,
                value(values, refund ? "商户退款单号" : "商户订单号"),
                value(values, refund ? "微信退款单号" : "微信订单号"),
                minor(value(values, refund ? "申请退款金额" : "订单金额")),
                value(values, refund ? "退款状态" : "交易状态"),
                milli(value(values, "手续费")),
                LocalDateTime.parse(value(values, "交易时间"), TIME).atZone(CHINA).toInstant());
    }

    private String value(String[] values, String column) {
        Integer at = columns.get(column);
        if (at == null) {
            throw new Broken("the column " + column + " is missing");
        }
        return values[at];
    }

    private void check(String[] names, String[] sums) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < Math.min(names.length, sums.length); i++) {
            said.put(names[i].strip(), sums[i]);
        }
        long paid = sum(lines.stream()
                .filter(one ->
                        one.kind() == BillLine.Kind.PAYMENT && !one.state().equals("REVOKED"))
                .toList());
        long refunded = sum(
                lines.stream().filter(one -> one.kind() == BillLine.Kind.REFUND).toList());
        equal(SUMS, Long.toString(lines.size()), said.getOrDefault(SUMS, "missing"));
        equal("订单总金额", Long.toString(paid), Long.toString(minor(said.getOrDefault("订单总金额", "-1"))));
        equal("申请退款总金额", Long.toString(refunded), Long.toString(minor(said.getOrDefault("申请退款总金额", "-1"))));
    }

    private static long sum(List<BillLine> lines) {
        return lines.stream().mapToLong(BillLine::amountMinor).reduce(0, Math::addExact);
    }

    private static void equal(String name, String found, String said) {
        if (!found.equals(said)) {
            throw new Broken(name + " is " + found + " by the lines, " + said + " by the sums");
        }
    }

    private static long minor(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    /** Thousandths of a fen: the provider gives five places of a yuan. */
    private static long milli(String yuan) {
        return new BigDecimal(yuan).movePointRight(5).longValueExact();
    }
}
