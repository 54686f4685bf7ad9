package io.mendian.chain;

import io.mendian.supervisor.Wiring;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a chain is made of: a project's jars, something in between, further variables, and a folder of unpacked programs with
 * their start caches that outlives the chain; null: none.
 */
public record ChainSetting(
        Path project,
        Wiring wiring,
        Map<String, String> extra,
        @Nullable Path apps) {}
