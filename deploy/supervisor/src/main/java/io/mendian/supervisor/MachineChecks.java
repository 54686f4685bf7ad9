package io.mendian.supervisor;

import io.mendian.embedded.EmbeddedKafka;
import io.mendian.embedded.EmbeddedMariaDb;
import io.mendian.embedded.EmbeddedRedis;
import io.mendian.embedded.ServerFailure;
import io.mendian.embedded.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Looks at the machine: JDK, build tool, memory, disk, open files, ports, clock, and whether the embedded database runs at all. */
final class MachineChecks {

    private static final long NEEDED_MEMORY_KB = 3_200_000;
    private static final long NEEDED_DISK_MB = 3_000;
    private static final long NEEDED_FILES = 4_096;

    private final Folders folders;
    private final PortPlan ports;
    private final External external;
    private final Clock clock;

    MachineChecks(Folders folders, PortPlan ports, External external, Clock clock) {
        this.folders = folders;
        this.ports = ports;
        this.external = external;
        this.clock = clock;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(jdk(Runtime.version().feature()));
        findings.add(maven());
        findings.add(memory(Memory.availableKb(), anythingRuns()));
        findings.add(disk());
        findings.add(openFiles(limits()));
        findings.addAll(portFindings());
        findings.add(clockFinding());
        if (external.database() == null) {
            findings.add(embeddedDatabase());
        }
        return findings;
    }

    static Finding jdk(int feature) {
        String what = "JDK " + Runtime.version() + " in " + System.getProperty("java.home");
        return feature >= 25
                ? Finding.ok("jdk", what)
                : Finding.fix("jdk", what, "Install a JDK 25 or later, or name one in MENDIAN_JAVA_HOME.");
    }

    private static Finding maven() {
        return ServerProcess.onPath("mvn")
                .map(path -> Finding.ok("maven", path.toString()))
                .orElseGet(() -> Finding.note(
                        "maven",
                        "mvn is not on the PATH",
                        "Needed to build after a change: install Maven 3.8 or later."));
    }

    static Finding memory(OptionalLong availableKb, boolean alreadyRuns) {
        if (availableKb.isEmpty()) {
            return Finding.note("memory", "unknown", "3 GB should be free.");
        }
        long kb = availableKb.getAsLong();
        String what = kb / 1024 + " MB free" + (alreadyRuns ? " beside the running chain" : "");
        return alreadyRuns || kb >= NEEDED_MEMORY_KB
                ? Finding.ok("memory", what)
                : Finding.fix(
                        "memory", what, "The chain needs about 3 GB: close other programs, or use external servers.");
    }

    private Finding disk() {
        try {
            Path existing = folders.home();
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            long mb = Files.getFileStore(existing).getUsableSpace() >> 20;
            String what = mb + " MB free below " + existing;
            if (!Files.isWritable(existing)) {
                return Finding.fix(
                        "disk", existing + " cannot be written to", "Choose another folder with MENDIAN_HOME.");
            }
            return mb >= NEEDED_DISK_MB
                    ? Finding.ok("disk", what)
                    : Finding.fix(
                            "disk",
                            what,
                            "Free " + NEEDED_DISK_MB + " MB, or choose another folder with MENDIAN_HOME.");
        } catch (IOException e) {
            return Finding.fix(
                    "disk",
                    "cannot look at " + folders.home() + ": " + e.getMessage(),
                    "Choose another folder with MENDIAN_HOME.");
        }
    }

    private static String limits() {
        try {
            return Files.readString(Path.of("/proc/self/limits"));
        } catch (IOException e) {
            return "";
        }
    }

    static Finding openFiles(String limits) {
        Optional<String> hard = limits.lines()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.strip().split("\\s+")[4])
                .findFirst();
        if (hard.isEmpty() || hard.get().equals("unlimited")) {
            return Finding.ok("files", "no limit known");
        }
        long limit = Long.parseLong(hard.get());
        return limit >= NEEDED_FILES
                ? Finding.ok("files", limit + " may be open")
                : Finding.fix("files", "only " + limit + " may be open", "Raise the limit: ulimit -n " + NEEDED_FILES);
    }

    private List<Finding> portFindings() {
        List<Finding> findings = new ArrayList<>();
        for (Part part : Part.values()) {
            addComplaint(findings, part.title(), ports.of(part));
        }
        if (external.database() == null) {
            addComplaint(findings, EmbeddedMariaDb.NAME, ports.mariaDb());
        }
        if (external.kafka() == null) {
            addComplaint(findings, EmbeddedKafka.NAME, ports.kafka());
        }
        if (external.redis() == null) {
            addComplaint(findings, EmbeddedRedis.NAME, ports.redis());
        }
        return findings.isEmpty() ? List.of(Finding.ok("ports", "all free or our own")) : findings;
    }

    private void addComplaint(List<Finding> findings, String name, int port) {
        PortCheck.complaint(folders.run(), name, port, ports).ifPresent(text -> {
            int end = text.indexOf(". ") + 1;
            findings.add(Finding.fix(
                    "ports", text.substring(0, end), text.substring(end).strip()));
        });
    }

    /** A clock that is behind our own files is certainly wrong; one that is ahead is seen against the database's. */
    private Finding clockFinding() {
        Instant now = clock.instant();
        try (Stream<Path> files = Files.list(folders.project())) {
            Optional<Path> fromTheFuture = files.filter(file -> modified(file).isAfter(now.plusSeconds(5)))
                    .findFirst();
            return fromTheFuture.isEmpty()
                    ? Finding.ok("clock", now.toString())
                    : Finding.fix(
                            "clock",
                            now + " is before the last change of " + fromTheFuture.get(),
                            "Set the machine's clock (timedatectl set-ntp true): business days and token lifetimes depend on it.");
        } catch (IOException e) {
            return Finding.ok("clock", now.toString());
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static Finding embeddedDatabase() {
        try {
            return Finding.ok("mariadb", EmbeddedMariaDb.tryOut());
        } catch (ServerFailure e) {
            return Finding.fix(
                    "mariadb",
                    e.getMessage() == null ? "does not run" : e.getMessage(),
                    "Install what is named as missing, or use a server of your own with --mysql.");
        }
    }

    private boolean anythingRuns() {
        return Stream.of(Part.values())
                .anyMatch(part ->
                        ServerProcess.running(folders.run(), part.title()).isPresent());
    }
}
