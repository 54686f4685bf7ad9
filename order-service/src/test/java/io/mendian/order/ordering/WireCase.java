package io.mendian.order.ordering;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.client.discovery.simple.InstanceProperties;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryProperties;
import org.springframework.cloud.openfeign.FeignClientBuilder;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A neighbour that answers what a test wants, and remembers what it was asked. */
abstract class WireCase {

    @Autowired
    ApplicationContext context;

    @Autowired
    SimpleDiscoveryProperties discovery;

    @Autowired
    JsonMapper json;

    private HttpServer server;
    final AtomicInteger calls = new AtomicInteger();
    volatile int status = 200;
    volatile String answer = "{}";
    volatile String asked = "";
    volatile String sent = "";
    volatile String authorization = "";
    /** It takes the request and hangs up. */
    volatile boolean hangsUp;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (hangsUp) {
            exchange.close();
            return;
        }
        byte[] body = status == 204 ? new byte[0] : answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** A neighbour of a name of its own, so that nobody remembers where it was in another test. */
    <T> T client(Class<T> type, String service) {
        return client(type, service, server.getAddress().getPort());
    }

    /** A neighbour with instances at these ports. */
    <T> T client(Class<T> type, String service, Integer... ports) {
        String name = service + "-" + server.getAddress().getPort();
        List<InstanceProperties> instances =
                Stream.of(ports).map(port -> instance(name, port)).toList();
        discovery.getInstances().put(name, instances);
        return new FeignClientBuilder(context).forType(type, name).build();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static InstanceProperties instance(String name, int port) {
        InstanceProperties here = new InstanceProperties();
        here.setServiceId(name);
        here.setUri(URI.create("http://127.0.0.1:" + port));
        return here;
    }
}
