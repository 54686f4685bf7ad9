package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.embedded.Ports;
import io.mendian.embedded.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With two fake programs and servers that are said to be elsewhere. */
@Timeout(120)
class ChainTest {

    private static final External ELSEWHERE =
            new External(new DatabaseAddress("127.0.0.1", 1, "nobody", ""), "127.0.0.1:1", "redis://127.0.0.1:1", null);

    @TempDir
    Path folder;

    private Chain chain;
    private UpOptions options;

    @BeforeEach
    void twoParts() throws IOException {
        for (Part part : new Part[] {Part.GATEWAY, Part.SIMULATORS}) {
            Path module = folder.resolve(part.module());
            Files.createDirectories(module.resolve("src/main"));
            Path jar = BootJar.write(module.resolve("target/" + part.title() + "-app.jar"), FakePart.class, Map.of());
            assertThat(jar).exists();
        }
        chain = new Chain(new Folders(folder, folder.resolve(".mendian")), Progress.silent());
        int base = 20_000 + Ports.free() % 20_000;
        options = UpOptions.standard()
                .withPorts(new PortPlan(Ports.free(), base))
                .withExternal(ELSEWHERE)
                .withoutStartCaches();
    }

    @AfterEach
    void stop() {
        assertThat(chain.down()).isNotNull();
    }

    @Test
    void aSecondUpChangesNothing() {
        assertThat(chain.up(options)).isTrue();
        long pid = pid(Part.GATEWAY);

        assertThat(chain.up(options)).isFalse();

        assertThat(pid(Part.GATEWAY)).isEqualTo(pid);
        assertThat(chain.status()).hasSize(2).allMatch(Chain.PartState::healthy);
    }

    @Test
    void upStartsOnlyWhatHasDied() {
        assertThat(chain.up(options)).isTrue();
        long simulators = pid(Part.SIMULATORS);
        kill(Part.GATEWAY);

        assertThat(chain.up(options)).isTrue();

        assertThat(chain.status()).allMatch(Chain.PartState::healthy);
        assertThat(pid(Part.SIMULATORS)).isEqualTo(simulators);
    }

    @Test
    void downStopsWhatUpHasStarted() {
        assertThat(chain.up(options)).isTrue();
        long gateway = pid(Part.GATEWAY);

        assertThat(chain.down()).containsExactlyInAnyOrder("gateway", "simulators");

        assertThat(ProcessHandle.of(gateway).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(chain.down()).isEmpty();
    }

    @Test
    void aDeadPartIsReportedWithItsLastWordsAndItsLog() {
        assertThatThrownBy(() -> chain.up(options.withExtra(Map.of("FAKE_DIES", "yes"))))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("gateway ended while starting")
                .hasMessageContaining("the flux capacitor is empty")
                .hasMessageContaining(folder.resolve(".mendian/run/gateway.log").toString());
    }

    @Test
    void otherSettingsNeedADownFirst() {
        assertThat(chain.up(options)).isTrue();

        assertThatThrownBy(() -> chain.up(options.withExternal(
                        new External(options.external().database(), "127.0.0.1:2", "redis://127.0.0.1:1", null))))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("gateway runs with other settings")
                .hasMessageContaining("deploy/down");
    }

    @Test
    void extraVariablesReachOnlyWhatIsStartedNow() {
        assertThat(chain.up(options)).isTrue();
        long simulators = pid(Part.SIMULATORS);
        kill(Part.GATEWAY);

        assertThatThrownBy(() -> chain.up(options.withExtra(Map.of("FAKE_DIES", "yes"))))
                .hasMessageContaining("gateway ended while starting");
        assertThat(pid(Part.SIMULATORS)).isEqualTo(simulators);
    }

    @Test
    void aTakenPortIsNamedWithItsHolderAndTheWayAround() throws IOException {
        PortPlan ports = options.ports();
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket door = new ServerSocket(ports.gateway(), 1, loopback);
                ServerSocket inner = new ServerSocket(ports.of(Part.SIMULATORS), 1, loopback)) {
            assertThatThrownBy(() -> chain.up(options))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Port " + door.getLocalPort() + " for gateway is taken by pid "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("with --port.\n")
                    .hasMessageContaining("Port " + inner.getLocalPort() + " for simulators is taken")
                    .hasMessageContaining("with --port-base (now " + ports.base() + ")");
        }
        assertThat(chain.status()).isEmpty();
    }

    @Test
    void aModuleWithoutItsJarIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("order-service/src/main"));

        assertThatThrownBy(() -> chain.up(options))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("order-service is not built");
    }

    private long pid(Part part) {
        return chain.process(part).map(ServerProcess::pid).orElseThrow();
    }

    private void kill(Part part) {
        ServerProcess process = chain.process(part).orElseThrow();
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
        while (process.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
