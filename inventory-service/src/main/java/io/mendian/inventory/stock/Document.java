package io.mendian.inventory.stock;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paper behind a change of stock; its number is unique per store and type. */
public record Document(
        StoreId storeId,
        DocumentType type,
        String documentNo,
        @Nullable String reason,
        @Nullable String supplier,
        @Nullable String note,
        @Nullable StaffId staffId,
        List<Posting> postings) {

    /**
     * One line: {@code delta} pieces come (positive) or go.
     *
     * @param fromReserved how many of the pieces that go were reserved; the rest must be available
     */
    public record Posting(
            long skuId,
            int lineNo,
            long delta,
            long fromReserved,
            @Nullable Long unitCostMinor) {

        public Posting {
            if (delta == 0 || fromReserved < 0 || fromReserved > Math.max(0, -delta)) {
                throw new IllegalArgumentException("not a posting: " + delta + " with " + fromReserved + " reserved");
            }
        }
    }

    /** A document that an order or a transfer makes by itself. */
    public static Document automatic(StoreId storeId, DocumentType type, String documentNo, List<Posting> postings) {
        return new Document(storeId, type, documentNo, null, null, null, null, postings);
    }

    /** Tells whether a document that comes again says the same; who brings it does not count. */
    String fingerprint() {
        return fingerprintOf(List.of(storeId, type, documentNo, "" + reason, "" + supplier, "" + note, postings)
                .toString());
    }

    public static String fingerprintOf(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
