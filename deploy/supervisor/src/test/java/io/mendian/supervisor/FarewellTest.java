package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarewellTest {

    private static final DemoStore STORE = new DemoStore("41", "XUHUI", "徐汇精品店", "xuhui", "");

    @TempDir
    Path home;

    @Test
    void withADemoChainItNamesTheLoginsAndASaleToCopy() throws IOException {
        Folders folders = new Folders(home, home);
        DemoLogins.keep(folders, List.of(STORE));

        String text = Farewell.text(folders, new PortPlan(8480, 9000));

        assertThat(text)
                .contains("xuhui-manager / xuhui-clerk", DemoLogins.PASSWORD, "http://127.0.0.1:8480/store/v1/sales");
    }

    @Test
    void withoutOneItDoesNotSpeakOfDemoStaff() throws IOException {
        Folders folders = new Folders(home, home);

        assertThat(Farewell.text(folders, new PortPlan(8480, 9000)))
                .doesNotContain(DemoLogins.PASSWORD)
                .contains("actuator/health");
    }

    @Test
    void theDemoLoginsAreReadableByTheirOwnerOnly() throws IOException {
        Folders folders = new Folders(home, home);

        DemoLogins.keep(folders, List.of(STORE));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DemoLogins.file(folders))))
                .isEqualTo("rw-------");
    }
}
