package io.mendian.inventory.hold;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.RefundLine;
import io.mendian.inventory.stock.Pieces;
import java.util.List;

/** Picks the lines of an order that lie on a shelf: goods and gifts. */
final class ShelfLines {

    private ShelfLines() {}

    static Pieces sold(List<OrderLine> lines) {
        return Pieces.of(
                lines.stream().filter(line -> isStocked(line.kind())).toList(),
                OrderLine::skuId,
                line -> line.stockQuantity() == null ? line.quantity() : line.stockQuantity());
    }

    static Pieces restocked(List<RefundLine> lines) {
        return Pieces.of(
                lines.stream()
                        .filter(line -> line.restock() && isStocked(line.kind()) && line.quantity() > 0)
                        .toList(),
                RefundLine::skuId,
                line -> line.stockQuantity() == null ? line.quantity() : line.stockQuantity());
    }

    private static boolean isStocked(String kind) {
        return kind.equals("GOODS") || kind.equals("GIFT");
    }
}
