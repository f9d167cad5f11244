package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Work;
import io.github.dropblock.benchmarks.run.Measurement;
import java.util.List;

/**
 * The targets.
 *
 * @param javaVersion of the JVM that measured: Java 17 lacks a part of what the JIT compilers of
 *     Java 25 do for vectors, and may take longer
 * @param cacheBytes size of the last cache
 */
record Goals(int javaVersion, long cacheBytes) {
  private static final int REFERENCE_JAVA = 25;
  private static final double OLDER_JAVA = 1.3;
  private static final String COPIES = "copies";

  private static final double BUFFER_LIMIT = 1.5;
  private static final double AS_FAST = 1.1;
  private static final double TWO_THREADS = 1.6;
  private static final double MEMORY_BOUND = 1.5;
  private static final double LINEAR = 1.5;

  /** The size of the smallest object: what is below it is the harness's. */
  private static final double NO_BYTES = 16;

  private static final int MASK_HEADERS = 1024;

  /**
   * Judges one row.
   *
   * @param fork all rows of the row's JVM
   */
  Verdict judge(Group group, Measurement measurement, List<Measurement> fork) {
    return switch (group) {
      case MAIN -> copies(measurement, olderJava() * mainLimit(measurement.row()));
      case SMALL -> copies(measurement, olderJava() * 2.5);
      case BLOCKS -> copies(measurement, olderJava() * 2.0);
      case SCALAR -> copies(measurement, 3.0);
      case THREADS -> threads(measurement, fork);
      case BUFFERS -> buffers(measurement, fork);
      case SCALING -> scaling(measurement, fork);
      case ALLOCATION -> allocation(measurement);
      case CHOICES -> choices(measurement, fork);
      case PEERS -> Verdict.NONE;
    };
  }

  private double olderJava() {
    return javaVersion < REFERENCE_JAVA ? OLDER_JAVA : 1;
  }

  private static double mainLimit(Row row) {
    if (!row.setting().equals(Setting.PAPER)) {
      return 1.75;
    }
    return switch (row.work()) {
      case OUT -> 1.20;
      case IN_PLACE -> 0.90;
      case APPLY -> 1.05;
      default -> throw new IllegalArgumentException("No target: " + row);
    };
  }

  private static Verdict copies(Measurement measurement, double limit) {
    return Verdict.atMost(COPIES, limit, measurement.ratio());
  }

  /**
   * Work is memory-bound if a copy does not gain enough from two threads, and it is like a copy.
   */
  private static Verdict threads(Measurement two, List<Measurement> fork) {
    Row row = two.row();
    if (row.threads() == 1 || row.work().isCopy()) {
      return Verdict.NONE;
    }
    Measurement one = find(fork, row.withThreads(1));
    Measurement halves = find(fork, Row.copy(row.shape()).with(Work.COPY_HALVES).withThreads(2));
    boolean copyGains = halves.ratio() <= 1 / TWO_THREADS;
    if (!copyGains && one.ratio() < MEMORY_BOUND) {
      return Verdict.notJudged("memory-bound");
    }
    return Verdict.atLeast("gain", TWO_THREADS, one.ratio() / two.ratio());
  }

  private static Verdict buffers(Measurement measurement, List<Measurement> fork) {
    Row row = measurement.row();
    return switch (row.work()) {
      case BUFFER -> beside(measurement, find(fork, row.with(Work.APPLY)));
      case BUFFER_IN_PLACE -> beside(measurement, find(fork, row.with(Work.APPLY_IN_PLACE)));
      default -> Verdict.NONE;
    };
  }

  /** A shared mask is as fast as any; whole planes and samples cost no more than a product. */
  private static Verdict choices(Measurement measurement, List<Measurement> fork) {
    Row row = measurement.row();
    return switch (row.work()) {
      case SHARED_CHANNELS, SHARED_BATCH, SHARED_ALL ->
          atMost("unshared", measurement, find(fork, row.with(Work.SHARED_NONE)));
      case SPATIAL, PATH -> atMost("products", measurement, find(fork, row.with(Work.SCALED_COPY)));
      default -> Verdict.NONE;
    };
  }

  /** As fast, but for what two measurements differ by chance. */
  private static Verdict atMost(String unit, Measurement measurement, Measurement other) {
    return Verdict.atMost(unit, AS_FAST, measurement.ratio() / other.ratio());
  }

  private static Verdict beside(Measurement buffers, Measurement arrays) {
    return Verdict.atMost("arrays", BUFFER_LIMIT, buffers.ratio() / arrays.ratio());
  }

  private Verdict scaling(Measurement measurement, List<Measurement> fork) {
    if (!isAboveCaches(measurement)) {
      return Verdict.notJudged("within the caches");
    }
    double least =
        fork.stream()
            .filter(this::isAboveCaches)
            .mapToDouble(Goals::nanosPerElement)
            .min()
            .orElseThrow();
    return Verdict.atMost("least ns/element", LINEAR, nanosPerElement(measurement) / least);
  }

  /** Input and output together. */
  private boolean isAboveCaches(Measurement measurement) {
    return 2L * Float.BYTES * measurement.row().size() > cacheBytes;
  }

  private static double nanosPerElement(Measurement measurement) {
    return measurement.nanos() / measurement.row().size();
  }

  private static Verdict allocation(Measurement measurement) {
    Row row = measurement.row();
    double limit = row.work() == Work.NEW_MASK ? row.size() / 8 + MASK_HEADERS : NO_BYTES;
    return Verdict.atMost("bytes", limit, measurement.bytesPerCall());
  }

  private static Measurement find(List<Measurement> fork, Row row) {
    return fork.stream().filter(other -> other.row().equals(row)).findFirst().orElseThrow();
  }
}
