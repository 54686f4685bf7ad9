package io.mendian.bench.bed;

import io.mendian.supervisor.Part;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Waits until what was done before has arrived everywhere, so that a benchmark does not pay for the one before it. */
final class Stillness {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(40).toNanos();
    /** A group that has not committed yet shows no lag: so several looks in a row must find nothing. */
    private static final int LOOKS = 5;

    private Stillness() {}

    static void await(Bed bed) {
        long limit = System.nanoTime() + PATIENCE_NANOS;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bed.kafka()));
                Connection connection = bed.database("")) {
            int still = 0;
            while (still < LOOKS) {
                if (System.nanoTime() > limit) {
                    throw new IllegalStateException("events still wait to be told or heard after forty minutes");
                }
                still = isToldAll(connection) && isHeardAll(admin) ? still + 1 : 0;
                LockSupport.parkNanos(200_000_000);
            }
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isToldAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Part part : Part.values()) {
                if (part.isService()) {
                    try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + part.schema() + ".outbox LIMIT 1")) {
                        if (row.next()) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private static boolean isHeardAll(Admin admin) throws ExecutionException, InterruptedException {
        for (GroupListing group : admin.listGroups().all().get()) {
            Map<TopicPartition, OffsetAndMetadata> heard = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, ListOffsetsResultInfo> told = admin.listOffsets(
                            heard.keySet().stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
                    .all()
                    .get();
            for (Map.Entry<TopicPartition, ListOffsetsResultInfo> one : told.entrySet()) {
                OffsetAndMetadata position = heard.get(one.getKey());
                if (position != null && one.getValue().offset() > position.offset()) {
                    return false;
                }
            }
        }
        return true;
    }
}
