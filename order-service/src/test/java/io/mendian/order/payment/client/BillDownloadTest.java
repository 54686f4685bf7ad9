package io.mendian.order.payment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BillDownloadTest {

    private static final String SHA1 = "0dafb30ff99fd9e2fb2f4e2fa3b74ce4eba6f65f";

    @Test
    void aBillWithAnotherHashThanTheSignedAnswerNamedIsRefused() throws IOException {
        byte[] good = zipped("账单");
        String hash = sha1("账单");
        assertThat(BillDownload.open(good, hash).text()).isEqualTo("账单");
        assertThat(BillDownload.open(good, hash.toUpperCase(java.util.Locale.ROOT))
                        .sha1())
                .isEqualTo(hash);
        assertThatThrownBy(() -> BillDownload.open(good, SHA1)).isInstanceOf(WeChatPayUnknown.class);
        assertThatThrownBy(() -> BillDownload.open(zipped("账单 "), hash)).isInstanceOf(WeChatPayUnknown.class);
        assertThatThrownBy(() -> BillDownload.open("busy".getBytes(StandardCharsets.UTF_8), hash))
                .isInstanceOf(WeChatPayUnknown.class);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String sha1(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
