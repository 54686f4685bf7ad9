package io.mendian.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aListenerTakesThePortAndIsNamed() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Ports.isTaken(socket.getLocalPort())).isTrue();
            assertThat(Ports.holder(socket.getLocalPort()))
                    .hasValueSatisfying(holder -> assertThat(holder)
                            .startsWith("pid " + ProcessHandle.current().pid() + ", ")
                            .contains("java"));
        }
    }

    @Test
    void aListenerOnAllAddressesTakesThePortToo() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            assertThat(Ports.isTaken(socket.getLocalPort())).isTrue();
        }
    }

    @Test
    void aFreePortHasNoHolder() {
        int port = Ports.free();

        assertThat(Ports.isTaken(port)).isFalse();
        assertThat(Ports.holder(port)).isEmpty();
    }
}
