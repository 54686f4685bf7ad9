package io.mendian.chain.chaos;

import io.mendian.chain.Customers;
import io.mendian.embedded.FileTrees;
import io.mendian.supervisor.Part;
import io.mendian.supervisor.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine;

/**
 * F30: the database is restored from an earlier backup while the broker keeps what was told since. {@code deploy/verify} has
 * to name the events whose transactions are gone; after the operator has emptied the topics, the books balance again and
 * trade goes on. The last trial of a run: what customers knew of the lost hours is lost with them.
 */
final class Restore {

    private static final String MARIADB = "mariadb";
    private static final int SALES = 12;

    private final Arena arena;
    private final Path project;

    Restore(Arena arena, Path project) {
        this.arena = arena;
        this.project = project;
    }

    void run() {
        Path data = arena.chain.home().resolve(MARIADB).resolve("data");
        Path backup = arena.chain.home().resolve("backup");
        arena.load(SALES);
        arena.judge("L4 F30 before the backup");
        arena.chain.killServer(MARIADB);
        replace(backup, data);
        arena.chain.up();
        // nothing that a provider knows of: his journal would tell as well, and rightly for ever
        Customers customers = arena.customers();
        for (int i = 0; i < SALES; i++) {
            customers.begin(customers::cashSale);
            customers.begin(customers::memberOrder);
        }
        arena.judge("L4 F30 after the backup");
        restore(data, backup);
        Told told = verify();
        long events = told.text
                .lines()
                .filter(line -> line.contains(": on the topic ") && line.contains(", committed "))
                .count();
        if (told.status == 0 || events == 0) {
            arena.say("L4 F30 deploy/verify does not tell of events that nobody committed: VIOLATION%n%s", told.text);
            arena.violated();
            return;
        }
        arena.say("L4 F30 deploy/verify names %d keys with events that nobody committed", events);
        emptyTopics();
        Told after = verify();
        if (after.status != 0) {
            arena.say("L4 F30 the books do not balance after the topics were emptied: VIOLATION%n%s", after.text);
            arena.violated();
        }
        arena.otherCustomers();
        arena.load(SALES);
        arena.judge("L4 F30 restored, topics emptied, trade goes on");
    }

    private void restore(Path data, Path backup) {
        for (Part part : Part.values()) {
            if (part != Part.SIMULATORS) {
                arena.chain.kill(part);
            }
        }
        arena.chain.killServer(MARIADB);
        replace(data, backup);
        arena.chain.emptyRedis();
        arena.chain.up();
        arena.note("the database is that of the backup");
    }

    /** What the manual says: everything up to now is behind every reader, and no reader will ever see it again. */
    private void emptyTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", arena.chain.kafka()))) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith("mendian."))
                    .toList();
            Map<TopicPartition, OffsetSpec> latest =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get();
            admin.deleteRecords(ends.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    end -> RecordsToDelete.beforeOffset(
                                            end.getValue().offset()))))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the topics cannot be emptied", e);
        }
    }

    private record Told(int status, String text) {}

    private Told verify() {
        PrintStream usual = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            int status = new CommandLine(new VerifyCommand())
                    .execute(
                            "--project=" + project,
                            "--home=" + arena.chain.home(),
                            "--token=" + arena.customers().shop.hq.token());
            return new Told(status, told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usual);
        }
    }

    private static void replace(Path folder, Path by) {
        try {
            FileTrees.delete(folder);
            FileTrees.copy(by, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
