package io.mendian.simulators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** Starts all simulators for one test, with one set of keys for all tests. */
public abstract class WithSimulators {

    protected static final Path KEYS = keys();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    protected Simulators simulators;
    protected Merchant merchant;
    protected Inbox inbox;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        simulators = Simulators.start(options());
        merchant = new Merchant(simulators.baseUrl(), KEYS);
        inbox = new Inbox(merchant);
    }

    @AfterEach
    void stop() {
        inbox.close();
        simulators.close();
    }

    protected Options options() {
        return Options.forTests(KEYS);
    }

    protected static String number() {
        return "ORDER-" + 1000 + NUMBER.incrementAndGet();
    }

    /** An order placed by JSAPI whose notification comes to the inbox. */
    protected String placed(long total) {
        String no = number();
        merchant.post("/v3/pay/transactions/jsapi", merchant.order(no, total).put("notify_url", inbox.url()));
        return no;
    }

    protected String paid(long total) {
        String no = placed(total);
        simulators.control().pay(no, "", 0);
        return no;
    }

    protected void faults(String json) {
        simulators.control().setFaults(Merchant.JSON.readTree(json));
    }

    protected HttpResponse<String> http(String method, String path, String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(simulators.baseUrl() + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected JsonNode json(String method, String path, String body) {
        return Merchant.JSON.readTree(http(method, path, body).body());
    }

    /** The answers of 16 threads that are let go together. */
    protected static <T> List<T> race(Callable<T> call) {
        CyclicBarrier start = new CyclicBarrier(16);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<T> together = () -> {
                start.await();
                return call.call();
            };
            return threads.invokeAll(Collections.nCopies(16, together)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path keys() {
        try {
            Path dir = Files.createTempDirectory("provider-keys");
            io.mendian.simulators.keys.ProviderKeys.ensure(dir);
            return dir;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
