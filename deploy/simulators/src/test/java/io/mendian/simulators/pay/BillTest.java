package io.mendian.simulators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.simulators.Merchant;
import io.mendian.simulators.WithSimulators;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BillTest extends WithSimulators {

    private final String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    @Test
    void theBillOfADayHoldsItsPaymentsRefundsAndSums() throws Exception {
        String no = paid(1234);
        paid(766);
        merchant.post("/v3/refund/domestic/refunds", merchant.refund(no, no + "R1", 34, 1234));
        twoDaysLater();

        byte[] file = download("/v3/bill/tradebill?bill_date=" + today);
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();

        assertThat(lines).hasSize(1 + 3 + 2);
        assertThat(lines.get(0).split(",")).hasSize(27);
        assertThat(lines.get(1).split(",", -1)).hasSize(27);
        assertThat(lines.getLast()).startsWith("`3,`20.00,`0.34,");
    }

    @Test
    void aZippedBillHasTheHashOfItsContent() throws Exception {
        paid(600);
        twoDaysLater();

        byte[] plain = new GZIPInputStream(
                        new ByteArrayInputStream(download("/v3/bill/tradebill?bill_date=" + today + "&tar_type=GZIP")))
                .readAllBytes();

        assertThat(new String(plain, StandardCharsets.UTF_8)).startsWith("交易时间,");
    }

    @Test
    void todaysBillIsNotThereYetAndNeitherIsAnEmptyOne() {
        paid(600);

        assertThat(merchant.get("/v3/bill/tradebill?bill_date=" + today).code()).isEqualTo("NO_STATEMENT_EXIST");
        assertThat(merchant.get("/v3/bill/tradebill?bill_date=yesterday").code())
                .isEqualTo("PARAM_ERROR");
        twoDaysLater();
        assertThat(merchant.get("/v3/bill/tradebill?bill_date="
                                + LocalDate.parse(today).plusDays(1))
                        .code())
                .isIn("NO_STATEMENT_EXIST", "STATEMENT_CREATING");
    }

    @Test
    void theAddressIsGoodForFiveMinutes() {
        paid(600);
        twoDaysLater();
        String target = target(merchant.get("/v3/bill/tradebill?bill_date=" + today));

        simulators.clock().advance(Duration.ofMinutes(5));
        merchant.clockError = merchant.clockError.plusMinutes(5);

        assertThat(merchant.get(target).status()).isEqualTo(400);
    }

    private byte[] download(String target) throws Exception {
        Merchant.Answer ready = merchant.get(target);
        Merchant.Answer file = merchant.get(target(ready));
        if (!target.contains("GZIP")) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-1").digest(file.bytes())))
                    .isEqualTo(ready.body().path("hash_value").asString());
        }
        return file.bytes();
    }

    private String target(Merchant.Answer ready) {
        return ready.body()
                .path("download_url")
                .asString()
                .substring(simulators.baseUrl().length());
    }

    private void twoDaysLater() {
        simulators.clock().advance(Duration.ofDays(2));
        merchant.clockError = Duration.ofDays(2);
    }
}
