package io.mendian.order.history;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.Tender;
import io.mendian.order.catalogue.Sku;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the other services of an old sale as of any paid order, marked as history: it holds nothing and moves no stock. */
@Component
class HistoryEvents {

    private static final String HISTORY = "HISTORY";
    private static final String NAME = "历史销售";
    private static final String CATEGORY = "历史数据";

    OrderPaid paid(String source, HistorySaleRow row) {
        HistorySale sale = row.sale();
        return new OrderPaid(
                row.id(),
                "H" + row.id().text(),
                sale.storeId(),
                sale.memberKey(),
                HISTORY,
                null,
                sale.businessDate(),
                row.soldAt(),
                sale.currency(),
                sale.amountMinor(),
                0,
                sale.amountMinor(),
                lines(sale),
                sale.amountMinor() == 0
                        ? List.of()
                        : List.of(new Tender(HISTORY, sale.amountMinor(), source + ":" + sale.externalRef())),
                List.of(),
                0,
                true);
    }

    private static List<OrderLine> lines(HistorySale sale) {
        if (sale.items().isEmpty()) {
            return List.of(line("1", new HistorySale.Item(NAME, null, sale.pieces(), sale.amountMinor())));
        }
        List<OrderLine> lines = new ArrayList<>();
        for (HistorySale.Item item : sale.items()) {
            lines.add(line(Integer.toString(lines.size() + 1), item));
        }
        return lines;
    }

    private static OrderLine line(String id, HistorySale.Item item) {
        return new OrderLine(
                id,
                Sku.TAKEOVER,
                "GOODS",
                item.name(),
                item.category() == null ? CATEGORY : item.category(),
                item.pieces(),
                item.amountMinor(),
                item.amountMinor(),
                null,
                null,
                null);
    }
}
