package io.mendian.order.catalogue;

import io.mendian.contracts.member.StoreOpened;
import io.mendian.kernel.StoreId;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Products that headquarters brings in as a file. */
@MendianTest
abstract class SkuImportCase {

    static final String HEADER =
            "code,kind,name,category,unit,price,member price,barcodes,duration,uses,days,services,stores\n";

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    JdbcTemplate jdbc;

    Api hq;
    final String p = Eans.code("i");

    @BeforeEach
    void signIn() {
        hq = api.as(TestCallers.headquarters()).with("Accept-Language", "en");
    }

    JsonNode upload(String file, String query) {
        return hq.upload("/hq/v1/skus/import" + query, "p.csv", file.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json();
    }

    StoreId openStore(String code) {
        StoreId id = StoreId.of(ThreadLocalRandom.current().nextLong(1L << 60));
        deliveries.deliver(
                new StoreOpened(id, code, "店", "RETAIL", "Asia/Shanghai", LocalTime.MIDNIGHT, null, Instant.EPOCH));
        return id;
    }

    static List<Integer> counts(JsonNode report) {
        return List.of(
                report.path("good").asInt(),
                report.path("bad").asInt(),
                report.path("created").asInt(),
                report.path("changed").asInt(),
                report.path("unchanged").asInt());
    }

    static List<String> faults(JsonNode report) {
        return report.path("faults")
                .valueStream()
                .map(fault ->
                        fault.path("row").asInt() + " " + fault.path("column").asString())
                .toList();
    }
}
