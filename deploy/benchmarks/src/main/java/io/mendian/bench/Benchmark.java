package io.mendian.bench;

import io.mendian.bench.bed.Bed;
import io.mendian.bench.probe.Anchors;

/** One question about speed, with the control it is answered against. */
public interface Benchmark {

    String id();

    String title();

    Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception;
}
