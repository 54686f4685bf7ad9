package io.mendian.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line by which {@code deploy/test} starts one set of servers for all modules' tests and stops it afterwards. */
public final class TestInfrastructure {

    private static final String USAGE = """
            Usage: java -cp … io.mendian.embedded.TestInfrastructure start|stop --dir FOLDER [--on-disk] [--no-snapshot-isolation]
              start   starts MariaDB, Kafka and Redis on free ports, writes FOLDER/env and returns
              stop    stops what start has started in FOLDER
              --on-disk   keep the data in FOLDER instead of in memory
              --no-snapshot-isolation   MariaDB's innodb_snapshot_isolation is off, as in MySQL""";

    private TestInfrastructure() {}

    public static void main(String[] args) throws IOException {
        List<String> words = Arrays.asList(args);
        int dir = words.indexOf("--dir");
        if (words.isEmpty() || words.contains("--help") || dir < 0 || dir + 1 >= words.size()) {
            System.err.println(USAGE);
            System.exit(words.contains("--help") ? 0 : 2);
            return;
        }
        Path folder = Path.of(words.get(dir + 1)).toAbsolutePath();
        try {
            switch (words.getFirst()) {
                case "start" -> start(folder, words);
                case "stop" -> stop(folder);
                default -> {
                    System.err.println(USAGE);
                    System.exit(2);
                }
            }
        } catch (ServerFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void start(Path folder, List<String> words) throws IOException {
        Embedded embedded = Embedded.startAll(
                folder,
                Embedded.Options.forTests()
                        .withDetached(true)
                        .withInMemory(!words.contains("--on-disk"))
                        .withSnapshotIsolation(!words.contains("--no-snapshot-isolation")));
        String lines = embedded.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
        ServerProcess.writeAtomically(folder.resolve("env"), lines);
        System.out.print(lines);
    }

    private static void stop(Path folder) throws IOException {
        Embedded.stopAll(folder).forEach(name -> System.out.println("stopped " + name));
        Files.deleteIfExists(folder.resolve("env"));
    }
}
