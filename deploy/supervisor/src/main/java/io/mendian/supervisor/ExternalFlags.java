package io.mendian.supervisor;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that put servers of one's own in place of the embedded ones. */
final class ExternalFlags {

    @Option(
            names = "--mysql",
            paramLabel = "URL",
            defaultValue = "${env:MENDIAN_UP_MYSQL}",
            description =
                    "Use this MySQL (8.4+) or MariaDB (10.11+): jdbc:mysql://USER:PASSWORD@HOST:PORT. The user must be"
                            + " allowed to create schemas and users. Environment: MENDIAN_UP_MYSQL, which keeps the password off the screen.")
    @Nullable
    String mysql;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:MENDIAN_UP_KAFKA}",
            description = "Use these Kafka brokers. Environment: MENDIAN_UP_KAFKA.")
    @Nullable
    String kafka;

    @Option(
            names = "--redis",
            paramLabel = "URL",
            defaultValue = "${env:MENDIAN_UP_REDIS}",
            description = "Use this Redis: redis://[[USER]:PASSWORD@]HOST:PORT. Environment: MENDIAN_UP_REDIS.")
    @Nullable
    String redis;

    @Option(
            names = "--nacos",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:MENDIAN_UP_NACOS}",
            description = "Register with this Nacos and take configuration from it. Environment: MENDIAN_UP_NACOS.")
    @Nullable
    String nacos;

    External external() {
        return new External(mysql == null ? null : DatabaseAddress.parse(mysql), kafka, redis, nacos);
    }
}
