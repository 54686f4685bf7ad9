package io.mendian.order.payment.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Opens a downloaded bill: unzips it within bounds and compares its SHA-1, which the signed answer named. */
final class BillDownload {

    /** A day of some 400,000 payments. */
    private static final int LARGEST = 128 * 1024 * 1024;

    private BillDownload() {}

    static TradeBill.Ready open(byte[] file, String sha1) {
        byte[] content = unzipped(file);
        String found = hash(content);
        if (!found.equalsIgnoreCase(sha1)) {
            throw new WeChatPayUnknown("the bill has the hash " + found + ", not " + sha1, null);
        }
        return new TradeBill.Ready(new String(content, StandardCharsets.UTF_8), found);
    }

    private static byte[] unzipped(byte[] file) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new WeChatPayUnknown("the bill is larger than " + LARGEST + " bytes", null);
            }
            return content;
        } catch (IOException e) {
            throw new WeChatPayUnknown("the bill cannot be unzipped", e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
