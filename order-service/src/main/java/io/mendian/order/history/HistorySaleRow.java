package io.mendian.order.history;

import io.mendian.kernel.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.stream.Stream;

/** A sale that passed every check, with the order id it gets if it is new. */
record HistorySaleRow(int index, OrderId id, HistorySale sale, Instant soldAt, byte[] contentHash) {

    static HistorySaleRow of(int index, OrderId id, HistorySale sale, Instant soldAt) {
        return new HistorySaleRow(index, id, sale, soldAt, hash(sale));
    }

    /** Over every field, each followed by a character that no field holds may hold (NUL), so that no two sales look alike. */
    private static byte[] hash(HistorySale sale) {
        StringBuilder text = new StringBuilder();
        Stream.of(
                        sale.memberKey(),
                        sale.memberExternalRef(),
                        sale.storeId(),
                        sale.businessDate(),
                        sale.soldAt(),
                        sale.pieces(),
                        sale.amountMinor(),
                        sale.currency())
                .forEach(field -> text.append(field).append('\0'));
        for (HistorySale.Item item : sale.items()) {
            Stream.of(item.name(), item.category(), item.pieces(), item.amountMinor())
                    .forEach(field -> text.append(field).append('\0'));
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
