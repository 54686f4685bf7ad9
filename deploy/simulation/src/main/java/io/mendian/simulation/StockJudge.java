package io.mendian.simulation;

import java.util.List;
import java.util.Map;

/** I8, I10: what is on the shelves is what was there, less what was sold, more what came back; transfers lose nothing. */
final class StockJudge {

    private final World world;
    private final History history;
    private final List<String> wrong;

    StockJudge(World world, History history, List<String> wrong) {
        this.world = world;
        this.history = history;
        this.wrong = wrong;
    }

    void judge() {
        shelves();
        transfers();
    }

    private void shelves() {
        String paid = " o.status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED') ";
        Map<Long, Long> sold = Verdict.numbers(world, "order-service", """
            SELECT l.sku_id, SUM(l.quantity) FROM order_line l JOIN sales_order o ON o.id = l.order_id
            WHERE %s GROUP BY l.sku_id\
            """.formatted(paid));
        Map<Long, Long> back = Verdict.numbers(world, "order-service", """
            SELECT l.sku_id, SUM(b.quantity) FROM refund_line b JOIN refund r ON r.id = b.refund_id
            JOIN order_line l ON l.order_id = r.order_id AND l.line_no = b.line_no
            WHERE r.status = 'DONE' AND b.restock = TRUE GROUP BY l.sku_id\
            """);
        Map<Long, Long> missing = Verdict.numbers(
                world, "inventory-service", "SELECT sku_id, SUM(wanted - taken) FROM stock_shortage GROUP BY sku_id");
        Map<Long, Long> gone = Verdict.numbers(world, "inventory-service", """
            SELECT l.sku_id, SUM(l.shipped - COALESCE(l.received, 0)) FROM stock_transfer_line l GROUP BY l.sku_id\
            """);
        String sum = "SELECT sku_id, SUM(on_hand), SUM(reserved) FROM stock GROUP BY sku_id";
        world.node("inventory-service").jdbc().query(sum, row -> {
            long sku = row.getLong(1);
            long expected = Opening.STOCK
                    - Verdict.at(sold, sku)
                    + Verdict.at(back, sku)
                    + Verdict.at(missing, sku)
                    - Verdict.at(gone, sku);
            if (row.getLong(2) != expected || row.getLong(3) != 0) {
                wrong.add("I8 of sku " + sku + " there are " + row.getLong(2) + " and " + row.getLong(3)
                        + " reserved, by the orders " + expected);
            }
        });
    }

    /** I27 for transfers: what was told is there, and an answer about what arrived stays true. */
    private void transfers() {
        Map<Long, Long> received = Verdict.numbers(
                world,
                "inventory-service",
                "SELECT transfer_id, SUM(COALESCE(received, -1)) FROM stock_transfer_line" + " GROUP BY transfer_id");
        history.shipped().forEach(transfer -> {
            if (!received.containsKey(Long.parseLong(transfer))) {
                wrong.add("I27 a clerk was told of transfer " + transfer);
            }
        });
        history.received().forEach((transfer, pieces) -> {
            if (!pieces.equals(received.get(Long.parseLong(transfer)))) {
                wrong.add("I10 of transfer " + transfer + " there arrived " + received.get(Long.parseLong(transfer))
                        + ", a clerk was told " + pieces);
            }
        });
    }
}
