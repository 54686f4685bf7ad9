package io.mendian.supervisor;

import io.mendian.embedded.EmbeddedMariaDb;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy/doctor}. */
@Command(
        name = "doctor",
        customSynopsis = "deploy/doctor [options]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Examines this machine and the servers named by flags: JDK, Maven, memory, disk, open files, ports, clock, and the"
                        + " database's version and settings. Every finding names its fix. Exit code 1 when something must be fixed.")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    PortFlags ports = new PortFlags();

    @Mixin
    ExternalFlags external = new ExternalFlags();

    @Override
    public Integer call() {
        Folders folders = place.folders();
        Clock clock = Clock.systemUTC();
        External outside = external.external();
        List<Finding> findings = new ArrayList<>(new MachineChecks(folders, ports.plan(), outside, clock).all());
        DatabaseAddress database = outside.database();
        if (database != null) {
            findings.addAll(new DatabaseChecks(database, clock).all());
        } else {
            EmbeddedMariaDb.running(folders.home())
                    .map(running -> new DatabaseAddress(
                            "127.0.0.1", running.port(), "root", new Keys(folders.keys()).password("database-root")))
                    .ifPresent(address -> findings.addAll(new DatabaseChecks(address, clock).all()));
        }
        findings.forEach(finding -> System.out.println(finding.line()));
        long toFix = findings.stream()
                .filter(finding -> finding.grade() == Finding.Grade.FIX)
                .count();
        System.out.println(toFix == 0 ? "\nAll is well." : "\n" + toFix + " to fix.");
        return toFix == 0 ? 0 : 1;
    }
}
