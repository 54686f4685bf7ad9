package io.mendian.simulators.pay;

import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Json;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The daily bill and its file, and the platform's certificate. */
record BillRoutes(Bills bills, ProviderKeys keys, PlatformCrypto crypto) {

    private static final Set<String> TYPES = Set.of("ALL", "SUCCESS", "REFUND");

    void register(Routes routes, PayGate gate) {
        routes.on("GET", "/v3/bill/tradebill", gate.signed(this::tradeBill))
                .on("GET", "/v3/billdownload/file", gate.verified(this::file))
                .on("GET", "/v3/certificates", gate.signed(this::certificates));
    }

    private Answer tradeBill(Request request) {
        String type = request.param("bill_type").isEmpty() ? "ALL" : request.param("bill_type");
        String tar = request.param("tar_type");
        if (!TYPES.contains(type) || !(tar.isEmpty() || tar.equals("GZIP"))) {
            throw PayRefusal.parameter("bill_type或tar_type取值错误");
        }
        Bills.Ready ready = bills.prepare(request.param("bill_date"), type, tar.equals("GZIP"));
        return Answer.ok(Map.of(
                "hash_type",
                "SHA1",
                "hash_value",
                ready.sha1(),
                "download_url",
                request.origin() + "/v3/billdownload/file?token=" + ready.token()));
    }

    private Answer file(Request request) {
        return new Answer(200, Map.of("Content-Type", "text/plain"), bills.file(request.param("token")));
    }

    private Answer certificates(Request request) {
        ObjectNode answer = Json.object();
        ObjectNode one = answer.putArray("data")
                .addObject()
                .put("serial_no", keys.platform().certificateSerial())
                .put(
                        "effective_time",
                        Numbers.time(
                                keys.platform().certificate().getNotBefore().toInstant()))
                .put(
                        "expire_time",
                        Numbers.time(keys.platform().certificate().getNotAfter().toInstant()));
        crypto.encrypt(one.putObject("encrypt_certificate"), pem(), "certificate");
        return Answer.ok(answer);
    }

    private String pem() {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(keys.platform().certificate().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
