package io.mendian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.gateway.routing.RouteTable;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.InternalTokens;
import io.mendian.runtime.security.Right;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(GatewayTest.OneRoute.class)
class GatewayTest {

    private static final StubService MEMBER = stub();
    private static final StubService ORDER = stub();
    private static final BreakingService BREAKING = new BreakingService();
    private static final ServerSocket BLACK_HOLE = blackHole();
    private static final Path KEYS = GatewayKeys.folder();
    /** Far longer than any answer takes: an answer that never comes, or never ends, fails the test that waits for it. */
    private static final long NEVER_SECONDS = 120;

    @LocalServerPort
    int port;

    @Autowired
    RouteTable table;

    @Autowired
    RouteLocator routes;

    @TestConfiguration(proxyBeanMethods = false)
    static class OneRoute {
        @Bean
        @Primary
        RouteTable testRoutes() {
            RouteTable table = new RouteTable();
            table.add("/app/v1/orders", "order-service");
            table.add("/app/v1/lost", "booking-service");
            table.add("/app/v1/slow", "order-service");
            table.add("/app/v1/half-dead", "marketing-service");
            table.add("/app/v1/broken", "inventory-service");
            table.add("/hq/v1/login/password", "order-service");
            table.add("/hq/v1/books", "order-service");
            table.add("/hq/v1/quarantine/member/{id}/lift", "member-service");
            return table;
        }
    }

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        registry.add("mendian.keys", KEYS::toString);
        registry.add("spring.cloud.discovery.client.simple.instances.member-service[0].uri", MEMBER::url);
        registry.add("spring.cloud.discovery.client.simple.instances.order-service[0].uri", ORDER::url);
        registry.add("spring.cloud.discovery.client.simple.instances.marketing-service[0].uri", ORDER::url);
        registry.add(
                "spring.cloud.discovery.client.simple.instances.marketing-service[1].uri", GatewayTest::closedPort);
        registry.add("spring.cloud.discovery.client.simple.instances.inventory-service[0].uri", BREAKING::url);
        // nothing listens there
        registry.add(
                "spring.cloud.discovery.client.simple.instances.booking-service[0].uri", () -> "http://127.0.0.1:1");
        registry.add("mendian.limits.member", () -> 5);
        registry.add("mendian.crowds.at-once", () -> 1);
        registry.add("mendian.crowds.waiting", () -> 0);
        registry.add("mendian.limits.anonymous", () -> 10_000);
        // no cache either: it takes connections and never answers, and the gateway must do without
        registry.add("mendian.redis", () -> "redis://127.0.0.1:" + BLACK_HOLE.getLocalPort());
    }

    @AfterAll
    static void stop() throws IOException {
        BLACK_HOLE.close();
        MEMBER.close();
        ORDER.close();
        BREAKING.close();
    }

    @Test
    void aTokenIsExchangedForAnInternalOneAndIdentityHeadersAreDropped() throws Exception {
        MEMBER.identity = """
                {"realm":"STAFF","subject":"77","storeId":"5","chainWide":false,"storeIds":["5"],
                 "rights":["ORDERS_SELL"],"expiresAt":"2099-01-01T00:00:00Z","mustChangePassword":false}
                """;
        HttpResponse<String> answer = get(
                "/app/v1/orders", "Authorization", "Bearer good-token", "X-User-Id", "1", "X-Forwarded-For", "9.9.9.9");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, List<String>> headers = ORDER.asked.getLast();
        assertThat(headers).doesNotContainKeys("X-user-id", "X-forwarded-for");
        Caller caller = caller("order-service", headers);
        assertThat(Objects.requireNonNull(caller).subject()).isEqualTo("77");
        assertThat(caller.rights()).containsExactly(Right.ORDERS_SELL);
        assertThat(caller("member-service", headers))
                .as("a token for one service opens no other")
                .isNull();
    }

    /** Whom the service takes for the caller. */
    private static @Nullable Caller caller(String service, Map<String, List<String>> headers) {
        String internal =
                Objects.requireNonNull(headers.get("Authorization")).getFirst().substring("Bearer ".length());
        return new InternalTokens(service, KEYS, Clock.systemUTC()).verify(internal);
    }

    @Test
    void whoHasAOneTimePasswordMayOnlyChangeIt() throws Exception {
        MEMBER.identity = """
                {"realm":"HQ","subject":"9","chainWide":true,"rights":[],
                 "expiresAt":"2099-01-01T00:00:00Z","mustChangePassword":true}
                """;
        HttpResponse<String> refused =
                get("/app/v1/orders", "Authorization", "Bearer good-token", "Accept-Language", "en");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("PASSWORD_CHANGE_NEEDED", "choose a password of your own");
        assertThat(get("/hq/v1/login/password", "Authorization", "Bearer good-token")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnknownTokenIsRefusedInTheCallersLanguage() throws Exception {
        HttpResponse<String> answer = get("/app/v1/orders", "Authorization", "Bearer stolen", "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("NOT_SIGNED_IN", "Please sign in first");
    }

    @Test
    void aCrowdAtOneRouteHoldsUpNoOther() throws Exception {
        HttpRequest slow = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/app/v1/slow"))
                .timeout(Duration.ofSeconds(NEVER_SECONDS))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var first = client.sendAsync(slow, HttpResponse.BodyHandlers.ofString());
            assertThat(ORDER.begun.tryAcquire(NEVER_SECONDS, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> second = client.send(slow, HttpResponse.BodyHandlers.ofString());
            assertThat(second.body()).contains("\"BUSY\"", "503");
            assertThat(second.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(get("/app/v1/orders").statusCode()).isEqualTo(200);
            ORDER.gate.release();
            assertThat(first.get(NEVER_SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        } finally {
            ORDER.gate.release();
        }
    }

    @Test
    void onlyQuestionsAboutWholeTablesAreWaitedForLong() throws Exception {
        MEMBER.identity = """
                {"realm":"HQ","subject":"3","chainWide":true,"rights":["OPERATIONS"],
                 "expiresAt":"2099-01-01T00:00:00Z","mustChangePassword":false}
                """;
        HttpResponse<String> answer = get("/hq/v1/books", "Authorization", "Bearer good-token");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Caller caller = caller("order-service", ORDER.asked.getLast());
        assertThat(Objects.requireNonNull(caller).subject()).isEqualTo("3");
        assertThat(patience("/hq/v1/books")).hasValue(Duration.ofMinutes(11).toMillis());
        assertThat(patience("/hq/v1/quarantine/member/7/lift"))
                .hasValue(Duration.ofMinutes(11).toMillis());
        assertThat(patience("/app/v1/orders")).isEmpty();
    }

    private Optional<Object> patience(String path) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        return routes.getRoutes()
                .filterWhen(route -> Mono.from(route.getPredicate().apply(exchange)))
                .single()
                .map(route -> Optional.ofNullable(route.getMetadata().get(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR)))
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void aPathThatNobodyDescribesIsNotFound() throws Exception {
        assertThat(get("/internal/v1/holds").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void aServiceThatIsAwayIsSaidToBe() throws Exception {
        HttpResponse<String> answer = get("/app/v1/lost");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aRefusedConnectionIsTriedAtAnotherInstance() throws Exception {
        for (int i = 0; i < 300; i++) {
            HttpResponse<String> answer = get("/app/v1/half-dead");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"ok\":true}");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForAWholeOne() {
        assertThatThrownBy(() -> get("/app/v1/broken")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void whoAsksTooOftenIsToldToSlowDown() throws Exception {
        // a caller of its own, so that the other tests are not refused with it
        MEMBER.identity = """
                {"realm":"MEMBER","subject":"88","chainWide":false,
                 "expiresAt":"2099-01-01T00:00:00Z","mustChangePassword":false}
                """;
        boolean refused = false;
        for (int i = 0; i < 200 && !refused; i++) {
            refused =
                    get("/app/v1/orders", "Authorization", "Bearer good-token").statusCode() == 429;
        }
        assertThat(refused).isTrue();
    }

    @Test
    void theFrontPageLeadsToTheDocumentation() throws Exception {
        assertThat(get("/").body()).contains("/docs/index.html");
        assertThat(get("/status").body()).contains("booking-service");
        assertThat(getClass().getResource("/META-INF/resources/webjars/swagger-ui/5.30.0/swagger-ui-bundle.js"))
                .isNotNull();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        // a client of its own: a connection that broke in one test is not the next one's
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                    .get(NEVER_SECONDS, TimeUnit.SECONDS);
        } finally {
            http.shutdownNow();
        }
    }

    private static ServerSocket blackHole() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StubService stub() {
        try {
            return new StubService();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
