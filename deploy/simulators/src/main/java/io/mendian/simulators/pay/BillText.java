package io.mendian.simulators.pay;

import io.mendian.simulators.keys.ProviderKeys;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a trade bill: a head, one line per payment and refund, a head and a line of sums. Every value of a data
 * line follows a backquote; amounts are in yuan; the fee is 0.60 %.
 */
final class BillText {

    private static final String HEAD = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,"
            + "货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,"
            + "订单金额,申请退款金额,费率备注";
    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Numbers.ZONE);

    private final ProviderKeys keys;
    private final List<String> lines = new ArrayList<>();
    private long paid;
    private long refunded;
    private long fees;

    BillText(ProviderKeys keys) {
        this.keys = keys;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void payment(Trade trade) {
        long total = trade.wish().total();
        // what was reversed stands in the bill, but counts for nothing
        boolean reversed = trade.state() == Trade.State.REVOKED;
        long fee = reversed ? 0 : fee(total);
        paid += reversed ? 0 : total;
        fees += fee;
        add(
                line(trade, trade.outcome().paidAt(), reversed ? "REVOKED" : "SUCCESS"),
                yuan(total),
                "0.00",
                "0",
                "0",
                "0.00",
                "0.00",
                "",
                "",
                trade.wish().description(),
                trade.wish().attach(),
                yuan5(fee),
                "0.60%",
                yuan(total),
                "0.00",
                "");
    }

    void refund(Refund refund, Trade trade) {
        refunded += refund.amount();
        fees -= fee(refund.amount());
        add(
                line(trade, refund.createdAt(), "REFUND"),
                "0.00",
                "0.00",
                refund.refundId(),
                refund.outRefundNo(),
                yuan(refund.amount()),
                "0.00",
                "ORIGINAL",
                refund.status().name(),
                trade.wish().description(),
                trade.wish().attach(),
                yuan5(-fee(refund.amount())),
                "0.60%",
                "0.00",
                yuan(refund.amount()),
                "");
    }

    String text() {
        List<String> all = new ArrayList<>();
        all.add(HEAD);
        all.addAll(lines);
        all.add(SUMS);
        List<String> sums = List.of(
                Integer.toString(lines.size()),
                yuan(paid),
                yuan(refunded),
                "0.00",
                yuan5(fees),
                yuan(paid),
                yuan(refunded));
        all.add("`" + String.join(",`", sums));
        return String.join("\r\n", all) + "\r\n";
    }

    private List<String> line(Trade trade, @Nullable Instant at, String state) {
        return List.of(
                at == null ? "" : TIME.format(at),
                keys.app().id(),
                keys.merchant().id(),
                "0",
                "",
                trade.outcome().transactionId(),
                trade.outTradeNo(),
                trade.outcome().payer(),
                trade.wish().type().name(),
                state,
                "OTHERS",
                "CNY");
    }

    private void add(List<String> start, String... rest) {
        List<String> values = new ArrayList<>(start);
        values.addAll(List.of(rest));
        lines.add("`" + String.join(",`", values.stream().map(BillText::clean).toList()));
    }

    /** A comma or a line end in a description would move the columns. */
    private static String clean(String value) {
        return value.replaceAll("[,\\r\\n`]", " ");
    }

    /** In thousandths of a fen: 0.60 % of the fen. */
    private static long fee(long fen) {
        return fen * 6;
    }

    private static String yuan(long fen) {
        return (fen < 0 ? "-" : "") + Math.abs(fen) / 100 + "." + String.format("%02d", Math.abs(fen) % 100);
    }

    private static String yuan5(long thousandthsOfFen) {
        long value = Math.abs(thousandthsOfFen);
        return (thousandthsOfFen < 0 ? "-" : "") + value / 100_000 + "." + String.format("%05d", value % 100_000);
    }
}
