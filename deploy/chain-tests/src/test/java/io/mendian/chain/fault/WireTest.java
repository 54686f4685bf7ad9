package io.mendian.chain.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers every line with the same line, behind a wire. */
class WireTest {

    private static final int SILENT_MILLIS = 300;

    private final AtomicInteger heard = new AtomicInteger();
    private ServerSocket server;
    private Wire wire;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        wire = new Wire("test>echo", 0, server.getLocalPort());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> echo(client));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        server.close();
    }

    @Test
    void bytesPassUnchangedAndAreCounted() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client, "龙井茶\n", 10)).isEqualTo("龙井茶\n");
        }
        // the answer may be here before it is counted
        Awaitility.await().untilAsserted(() -> assertThat(wire.carried()).isEqualTo(20));
    }

    @Test
    void aCutAnswerBreaksOffAfterTheRequestHasArrived() throws IOException {
        wire.disturb(Trouble.cut(4));
        try (Socket client = connect()) {
            assertThatThrownBy(() -> ask(client, "0123456789", 10)).isInstanceOf(SocketException.class);
        }
        assertThat(heard).hasValue(10);
    }

    @Test
    void aDeafWireBringsTheRequestAndNoAnswer() throws IOException {
        wire.disturb(Trouble.deaf());
        try (Socket client = connect()) {
            assertThatThrownBy(() -> ask(client, "hello", 5)).isInstanceOf(SocketTimeoutException.class);
            Awaitility.await().untilAtomic(heard, org.hamcrest.Matchers.equalTo(5));
        }
    }

    @Test
    void aBlackHoleSwallowsEverythingAndAHealedWireCarriesAgain() throws IOException {
        wire.disturb(Trouble.blackHole());
        try (Socket client = connect()) {
            assertThatThrownBy(() -> ask(client, "hello", 5)).isInstanceOf(SocketTimeoutException.class);
            assertThat(heard).hasValue(0);
        }
        wire.heal();
        try (Socket client = connect()) {
            assertThat(ask(client, "again", 5)).isEqualTo("again");
        }
    }

    @Test
    void aResetWireRefusesAndBreaksWhatThereWas() throws IOException {
        try (Socket before = connect()) {
            assertThat(ask(before, "hello", 5)).isEqualTo("hello");
            wire.disturb(Trouble.reset());
            assertThatThrownBy(() -> ask(before, "hello", 5)).isInstanceOf(SocketException.class);
        }
    }

    private void echo(Socket client) {
        try (client) {
            byte[] piece = new byte[64];
            for (int read = client.getInputStream().read(piece);
                    read >= 0;
                    read = client.getInputStream().read(piece)) {
                heard.addAndGet(read);
                client.getOutputStream().write(piece, 0, read);
            }
        } catch (IOException e) {
            // the wire broke, as it was told to
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        client.setSoTimeout(SILENT_MILLIS);
        return client;
    }

    private static String ask(Socket client, String text, int bytes) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return new String(client.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
