package io.mendian.order.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BillFileTest {

    private static final String HEAD = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,"
            + "货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,"
            + "订单金额,申请退款金额,费率备注";
    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    @Test
    void aBillTellsPaymentsRefundsAndFees() {
        List<BillLine> lines = BillFile.read(bill(List.of(
                payment("M1", "SUCCESS", "12.34"),
                payment("M2", "REVOKED", "5.00"),
                refund("M1", "R7", "2.34", "SUCCESS"))));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).number()).isEqualTo("M1");
        assertThat(lines.get(0).amountMinor()).isEqualTo(1234);
        assertThat(lines.get(0).feeMilli()).isEqualTo(7404);
        assertThat(lines.get(0).tradedAt()).hasToString("2026-11-22T04:05:06Z");
        assertThat(lines.get(2).kind()).isEqualTo(BillLine.Kind.REFUND);
        assertThat(lines.get(2).number()).isEqualTo("R7");
        assertThat(lines.get(2).state()).isEqualTo("SUCCESS");
    }

    @Test
    void aFileThatWasCutOrChangedAnywhereIsRefused() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            List<String> lines = new ArrayList<>();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                String amount = random.nextInt(1000) + "." + (10 + random.nextInt(90));
                lines.add(
                        random.nextBoolean()
                                ? payment("M" + n, "SUCCESS", amount)
                                : refund("M1", "R" + n, amount, "SUCCESS"));
            }
            String whole = bill(lines);
            assertThat(BillFile.read(whole)).hasSize(lines.size());
            lines.remove(random.nextInt(lines.size()));
            String[] rows = whole.split("\r\n");
            String cut = whole.substring(0, random.nextInt(whole.length() - rows[rows.length - 1].length()));
            assertThatThrownBy(() -> BillFile.read(cut)).isInstanceOf(BillFile.Broken.class);
            String lost = whole.replace(rows[1] + "\r\n", "");
            assertThatThrownBy(() -> BillFile.read(lost)).isInstanceOf(BillFile.Broken.class);
        }
        assertThatThrownBy(() -> BillFile.read("")).isInstanceOf(BillFile.Broken.class);
        assertThatThrownBy(() -> BillFile.read("<html>busy</html>")).isInstanceOf(BillFile.Broken.class);
    }

    private static String bill(List<String> lines) {
        long paid = 0;
        long back = 0;
        for (String line : lines) {
            String[] values = line.substring(1).split(",`", -1);
            paid += values[9].equals("SUCCESS") ? minor(values[24]) : 0;
            back += values[9].equals("REFUND") ? minor(values[25]) : 0;
        }
        List<String> all = new ArrayList<>(List.of(HEAD));
        all.addAll(lines);
        all.add(SUMS);
        all.add("`" + lines.size() + ",`" + yuan(paid) + ",`" + yuan(back) + ",`0.00,`0.00000,`" + yuan(paid) + ",`"
                + yuan(back));
        return String.join("\r\n", all) + "\r\n";
    }

    private static String payment(String number, String state, String amount) {
        return line(number, state, "0", "0", "", "商品", amount, "0.00");
    }

    private static String refund(String number, String refund, String amount, String state) {
        return line(number, "REFUND", "50300", refund, state, "商品", "0.00", amount);
    }

    private static String line(
            String number,
            String state,
            String refundId,
            String refund,
            String refundState,
            String name,
            String paid,
            String back) {
        return "`"
                + String.join(
                        ",`",
                        List.of(
                                "2026-11-22 12:05:06",
                                "wx1",
                                "1900",
                                "0",
                                "",
                                "42000",
                                number,
                                "o-1",
                                "NATIVE",
                                state,
                                "OTHERS",
                                "CNY",
                                paid,
                                "0.00",
                                refundId,
                                refund,
                                back,
                                "0.00",
                                "ORIGINAL",
                                refundState,
                                name,
                                "",
                                fee(paid),
                                "0.60%",
                                paid,
                                back,
                                ""));
    }

    private static String fee(String yuan) {
        long milli = minor(yuan) * 6;
        return milli / 100_000 + "." + String.format("%05d", milli % 100_000);
    }

    private static long minor(String yuan) {
        return new java.math.BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    private static String yuan(long minor) {
        return minor / 100 + "." + String.format("%02d", minor % 100);
    }
}
