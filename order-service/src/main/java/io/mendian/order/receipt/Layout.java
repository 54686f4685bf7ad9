package io.mendian.order.receipt;

import io.mendian.kernel.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Lays a receipt out on paper, line by line, so that text, picture and printer show the same. */
final class Layout {

    /** One line of paper. {@code big} letters take twice the columns and twice the height. */
    sealed interface Row {}

    record Text(String text, boolean centred, boolean bold, boolean big) implements Row {}

    record Rule() implements Row {}

    record Qr(String content) implements Row {}

    private final int width;
    private final Currency currency;
    private final List<Row> rows = new ArrayList<>();

    private Layout(Paper paper, Currency currency) {
        this.width = paper.columns();
        this.currency = currency;
    }

    static List<Row> of(Receipt receipt, Paper paper) {
        Layout layout = new Layout(paper, Currency.getInstance(receipt.currency()));
        layout.head(receipt);
        receipt.lines().forEach(layout::line);
        layout.rows.add(new Rule());
        layout.totals(receipt);
        layout.tenders(receipt);
        layout.foot(receipt);
        return layout.rows;
    }

    /** The receipt as plain text. */
    static String text(Receipt receipt, Paper paper) {
        StringBuilder text = new StringBuilder();
        for (Row row : of(receipt, paper)) {
            switch (row) {
                case Text line -> text.append(padded(line, paper)).append('\n');
                case Rule rule -> text.append("-".repeat(paper.columns())).append('\n');
                case Qr qr ->
                    text.append(padded(new Text("[" + qr.content() + "]", true, false, false), paper))
                            .append('\n');
            }
        }
        return text.toString();
    }

    private static String padded(Text line, Paper paper) {
        int room = (paper.columns() - Columns.of(line.text())) / 2;
        return line.centred() && room > 0 ? " ".repeat(room) + line.text() : line.text();
    }

    private void head(Receipt receipt) {
        for (String part : Columns.wrap(receipt.storeName(), width / 2)) {
            rows.add(new Text(part, true, true, true));
        }
        if (receipt.kind() == Receipt.Kind.REFUND) {
            rows.add(new Text("退 款 凭 证", true, true, false));
        }
        if (receipt.copy() > 0) {
            rows.add(new Text("* 补打第 " + receipt.copy() + " 次 *", true, true, false));
        }
        left("单号 " + receipt.orderNo());
        if (receipt.refundNo() != null) {
            left("退款 " + receipt.refundNo());
        }
        ends(receipt.time(), receipt.status());
        if (receipt.till() != null || receipt.staff() != null) {
            ends(receipt.till() == null ? "" : receipt.till(), receipt.staff() == null ? "" : "员工 " + receipt.staff());
        }
        if (receipt.note() != null) {
            left("备注 " + receipt.note());
        }
        rows.add(new Rule());
    }

    private void line(Receipt.Line line) {
        left(line.name());
        boolean pack = Character.isDigit(line.unit().codePointAt(0)); // a weighed pack names its weight
        String unit = pack ? "(" + line.unit() + ")" : line.unit();
        String price = amount(line.unitListMinor()) + " x " + line.quantity() + " " + unit;
        ends("  " + price, amount(line.listMinor()));
        for (Receipt.Discount discount : line.discounts()) {
            ends("    " + discount.name(), amount(-discount.amountMinor()));
        }
        if (line.netMinor() != line.listMinor()) {
            ends("    小计", amount(line.netMinor()));
        }
    }

    private void totals(Receipt receipt) {
        Receipt.Totals totals = receipt.totals();
        boolean sale = receipt.kind() == Receipt.Kind.SALE;
        if (sale) {
            ends("原价", amount(totals.listMinor()));
            if (totals.discountMinor() != 0) {
                ends("优惠", amount(-totals.discountMinor()));
            }
        }
        totals.fees().forEach(fee -> ends(fee.name(), amount(fee.amountMinor())));
        if (totals.roundingMinor() != 0) {
            ends("抹零", amount(totals.roundingMinor()));
        }
        bold(sale ? "应付" : "应退", amount(totals.payableMinor()));
    }

    private void tenders(Receipt receipt) {
        for (Receipt.Tender tender : receipt.tenders()) {
            ends(tender.name(), amount(tender.amountMinor()));
            if (tender.receivedMinor() != null && tender.changeMinor() != null) {
                ends("  实收", amount(tender.receivedMinor()));
                ends("  找零", amount(tender.changeMinor()));
            }
        }
        if (receipt.totals().refundedMinor() > 0) {
            ends("已退", amount(-receipt.totals().refundedMinor()));
        }
        if (receipt.totals().tipMinor() > 0) {
            ends("小费（另计）", amount(receipt.totals().tipMinor()));
        }
        Receipt.Points points = receipt.points();
        if (points.used() > 0) {
            ends("使用积分 " + points.used(), "抵 " + amount(points.usedMinor()));
        }
        if (points.returned() > 0) {
            ends("退回积分", Long.toString(points.returned()));
        }
    }

    private void foot(Receipt receipt) {
        rows.add(new Rule());
        rows.add(new Qr(receipt.qr()));
        rows.add(new Text("谢谢惠顾", true, false, false));
    }

    private void left(String text) {
        Columns.wrap(text, width).forEach(part -> rows.add(new Text(part, false, false, false)));
    }

    private void ends(String left, String right) {
        Columns.ends(left, right, width).forEach(part -> rows.add(new Text(part, false, false, false)));
    }

    private void bold(String left, String right) {
        Columns.ends(left, right, width).forEach(part -> rows.add(new Text(part, false, true, false)));
    }

    /** The amount as people write it, with the currency's own places. */
    private String amount(long minor) {
        return Money.of(minor, currency).figure();
    }
}
