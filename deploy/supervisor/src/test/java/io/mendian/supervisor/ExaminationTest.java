package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.supervisor.Finding.Grade;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminationTest {

    @ParameterizedTest
    @CsvSource({
        "8.4.0, OK",
        "9.7.4, OK",
        "8.0.36, FIX",
        "5.7.44-log, FIX",
        "11.4.5-MariaDB, OK",
        "10.11.6-MariaDB-0+deb12u1, OK",
        "10.6.12-MariaDB, FIX",
        "unknown, NOTE",
    })
    void databaseVersions(String version, Grade grade) {
        assertThat(DatabaseChecks.version(version).grade()).isEqualTo(grade);
    }

    @Test
    void settingsThatLoseMoneyMustBeFixed() {
        assertThat(DatabaseChecks.durability("1").grade()).isEqualTo(Grade.OK);
        assertThat(DatabaseChecks.durability("2").grade()).isEqualTo(Grade.FIX);
        assertThat(DatabaseChecks.strictness("ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES")
                        .grade())
                .isEqualTo(Grade.OK);
        assertThat(DatabaseChecks.strictness("").grade()).isEqualTo(Grade.FIX);
        assertThat(DatabaseChecks.connections("151").grade()).isEqualTo(Grade.OK);
        assertThat(DatabaseChecks.connections("50").grade()).isEqualTo(Grade.FIX);
        assertThat(DatabaseChecks.packet("1048576").grade()).isEqualTo(Grade.FIX);
    }

    @Test
    void memoryCountsOnlyBeforeTheChainRuns() {
        assertThat(MachineChecks.memory(OptionalLong.of(8_000_000), false).grade())
                .isEqualTo(Grade.OK);
        assertThat(MachineChecks.memory(OptionalLong.of(1_000_000), false).grade())
                .isEqualTo(Grade.FIX);
        assertThat(MachineChecks.memory(OptionalLong.of(1_000_000), true).grade())
                .isEqualTo(Grade.OK);
        assertThat(MachineChecks.memory(OptionalLong.empty(), false).grade()).isEqualTo(Grade.NOTE);
    }

    @Test
    void openFilesAreReadFromTheLimits() {
        String limits = "Limit                     Soft Limit           Hard Limit           Units\n"
                + "Max open files            1024                 %s              files\n";

        assertThat(MachineChecks.openFiles(limits.formatted("524288")).grade()).isEqualTo(Grade.OK);
        assertThat(MachineChecks.openFiles(limits.formatted("1024")).line()).contains("ulimit -n 4096");
        assertThat(MachineChecks.openFiles("").grade()).isEqualTo(Grade.OK);
    }

    @Test
    void anOldJdkIsToBeReplaced() {
        assertThat(MachineChecks.jdk(25).grade()).isEqualTo(Grade.OK);
        assertThat(MachineChecks.jdk(17).grade()).isEqualTo(Grade.FIX);
    }
}
