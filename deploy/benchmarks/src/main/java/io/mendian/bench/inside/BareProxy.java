package io.mendian.bench.inside;

import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

/** The HTTP server and client beneath the gateway library and nothing else: what any gateway on this stack can do at most. Arguments: port, backend. */
public final class BareProxy {

    private BareProxy() {}

    public static void main(String[] args) {
        HttpClient client =
                HttpClient.create(ConnectionProvider.create("backend", 64)).baseUrl(args[1]);
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .handle((request, response) -> client.headers(
                                headers -> headers.add(request.requestHeaders()).remove(HttpHeaderNames.HOST))
                        .request(request.method())
                        .uri(request.uri())
                        .send(request.receive().retain())
                        .response((answer, body) -> response.status(answer.status())
                                .headers(answer.responseHeaders())
                                .send(body.retain()))
                        .then())
                .bindNow();
        server.onDispose().block();
    }
}
