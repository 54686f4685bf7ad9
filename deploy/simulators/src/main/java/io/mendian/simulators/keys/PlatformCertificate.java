package io.mendian.simulators.keys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes a self-signed X.509 certificate. The JDK has no public interface for this, and one certificate is worth no further library. */
final class PlatformCertificate {

    /** sha256WithRSAEncryption, 1.2.840.113549.1.1.11, with its NULL parameter. */
    private static final byte[] SHA256_RSA = sequence(
            tagged(0x06, new byte[] {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x0B}),
            tagged(0x05));

    private static final byte[] COMMON_NAME = tagged(0x06, new byte[] {0x55, 0x04, 0x03});
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private PlatformCertificate() {}

    /** The DER of a certificate for {@code pair}, valid in [from, to). */
    static byte[] selfSigned(KeyPair pair, BigInteger serial, String name, Instant from, Instant to)
            throws GeneralSecurityException {
        byte[] who = sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0C, name.getBytes(StandardCharsets.UTF_8)))));
        byte[] body = sequence(
                tagged(0xA0, tagged(0x02, new byte[] {2})), // version 3
                tagged(0x02, serial.toByteArray()),
                SHA256_RSA,
                who,
                sequence(time(from), time(to)),
                who,
                pair.getPublic().getEncoded());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(body);
        byte[] signed = signature.sign();
        byte[] bits = new byte[signed.length + 1]; // a leading zero: no unused bits
        System.arraycopy(signed, 0, bits, 1, signed.length);
        return sequence(body, SHA256_RSA, tagged(0x03, bits));
    }

    private static byte[] time(Instant at) {
        return tagged(0x18, GENERALIZED_TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
    }
}
