package io.mendian.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.simulators.WithSimulators;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HttpFaultsTest extends WithSimulators {

    private static final String JSAPI = "/v3/pay/transactions/jsapi";

    @Test
    void anErrorHasNoEffect() {
        faults("{\"http\":\"500\"}");
        String no = number();

        assertThat(merchant.post(JSAPI, merchant.order(no, 600)).code()).isEqualTo("SYSTEM_ERROR");
        faults("{}");
        assertThat(merchant.state(no)).isEmpty();
    }

    @Test
    void anErrorMayAlsoComeAfterTheEffect() {
        faults("{\"http\":\"500\",\"effect\":\"done\"}");
        String no = number();

        assertThat(merchant.post(JSAPI, merchant.order(no, 600)).status()).isEqualTo(500);
        faults("{}");
        assertThat(merchant.state(no)).isEqualTo("NOTPAY");
    }

    @Test
    void aResetCutsTheAnswerOfWhatWasDone() {
        faults("{\"http\":\"reset\",\"httpTimes\":1}");
        String no = number();

        assertThatThrownBy(() -> merchant.post(JSAPI, merchant.order(no, 600)))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(merchant.state(no)).isEqualTo("NOTPAY");
    }

    @Test
    void aHangEndsWhenTheFaultIsCleared() {
        faults("{\"http\":\"hang\"}");
        String no = number();
        // a POST: the JDK's client quietly repeats a GET whose connection was closed
        var call = CompletableFuture.supplyAsync(() -> merchant.post(JSAPI, merchant.order(no, 600)));
        assertThatThrownBy(() -> call.get(200, java.util.concurrent.TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);

        faults("{}");

        assertThatThrownBy(call::join).hasRootCauseInstanceOf(IOException.class);
        assertThat(merchant.state(no)).isEqualTo("NOTPAY");
    }

    @Test
    void latencyIsAddedToEveryAnswer() {
        faults("{\"latencyMillis\":150}");
        long start = System.nanoTime();

        assertThat(merchant.get("/v3/certificates").status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void aFaultStrikesOnlyItsPathAndAsOftenAsWanted() {
        faults("{\"http\":\"500\",\"httpPath\":\"/v3/certificates\",\"httpTimes\":2}");

        assertThat(merchant.post(JSAPI, merchant.order(number(), 600)).status()).isEqualTo(200);
        assertThat(merchant.get("/v3/certificates").status()).isEqualTo(500);
        assertThat(merchant.get("/v3/certificates").status()).isEqualTo(500);
        assertThat(merchant.get("/v3/certificates").status()).isEqualTo(200);
    }

    @Test
    void theControlInterfaceAndHealthAreNeverStruck() {
        faults("{\"http\":\"500\"}");

        assertThat(json("GET", "/actuator/health", "").path("status").asString())
                .isEqualTo("UP");
        assertThat(json("GET", "/_sim/faults", "").path("http").asString()).isEqualTo("500");
    }

    @Test
    void aMisspelledFaultIsRefused() {
        assertThat(http("PUT", "/_sim/faults", "{\"notfy\":\"lost\"}").statusCode())
                .isEqualTo(400);
        assertThat(http("PUT", "/_sim/faults", "{\"notify\":\"lots\"}").statusCode())
                .isEqualTo(400);
        assertThat(json("GET", "/_sim/faults", "").path("notify").asString()).isEqualTo("normal");
    }

    @Test
    void theClockMovesOverHttp() {
        long offset = json("PUT", "/_sim/clock", "{\"offsetMillis\":7200000}")
                .path("offsetMillis")
                .asLong();

        assertThat(offset).isEqualTo(7_200_000);
        assertThat(merchant.get("/v3/certificates").code()).isEqualTo("SIGN_ERROR");
    }
}
