package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Shapes;
import io.github.dropblock.benchmarks.plan.Work;
import io.github.dropblock.benchmarks.run.Measurement;
import java.util.List;

/**
 * All targets but those of fresh JVMs.
 *
 * @param javaVersion of the JVM that measured
 * @param cacheBytes size of the last cache
 */
record Targets(int javaVersion, long cacheBytes) {
  private static final String LIMITS = "limits";
  private static final String COPIES = "copies";
  private static final String UNSHARED = "unshared";

  private static final double DROPOUT = 1.6;
  private static final double SCALAR_COPIES = 3;
  private static final double AS_FAST = 1.1;
  private static final double TWO_THREADS = 1.6;
  private static final double FAMILY = 1.5;
  private static final double LINEAR = 1.5;

  /** The size of the smallest object: what is below it is the harness's. */
  private static final double NO_BYTES = 16;

  /**
   * The table of a new keepProb: at most 1025 numbers of 8 bytes, a guide to them of at most some
   * 6,000 numbers of 2 bytes, and the objects around them.
   */
  private static final double TABLE_BYTES = 24 * 1024;

  /**
   * Judges the time of one row.
   *
   * @param fork all rows of the row's JVM
   */
  Verdict judge(Group group, Measurement measurement, List<Measurement> fork) {
    return switch (group) {
      case MAIN -> limits(mainLimit(measurement.row()), measurement);
      case SMALL ->
          limits(measurement.row().shape().equals(Shapes.SMALLEST) ? 3.5 : 2.5, measurement);
      case BLOCKS -> limits(DROPOUT, measurement);
      case BUFFERS -> buffers(measurement, fork);
      case CHOICES -> choices(measurement, fork);
      case FAMILY -> limits(FAMILY, measurement);
      case THREADS -> threads(measurement, fork);
      case SCALAR -> Verdict.atMost(COPIES, SCALAR_COPIES, measurement.copies());
      case SCALING -> scaling(measurement, fork);
      case FIRST, CLIFF, PEERS -> Verdict.NONE;
    };
  }

  /** Judges what a call allocates. Where calls are few, it is mostly the harness that allocates. */
  Verdict judgeBytes(Group group, Measurement measurement) {
    Work work = measurement.row().work();
    if (!work.isOurs() || group == Group.SCALING || group == Group.CLIFF || group == Group.PEERS) {
      return Verdict.NONE;
    }
    boolean newTable = work == Work.LAYER || work == Work.LAYER_IN_PLACE;
    return Verdict.atMost("bytes", newTable ? TABLE_BYTES : NO_BYTES, measurement.bytesPerCall());
  }

  private static double mainLimit(Row row) {
    return switch (row.work()) {
      case APPLY -> 1.10;
      case APPLY_IN_PLACE -> 1.15;
      case OUT -> row.setting().equals(Setting.PAPER) ? 1.25 : DROPOUT;
      case IN_PLACE -> 1.40;
      case LAYER -> 2.6;
      case LAYER_IN_PLACE -> 2.8;
      default -> throw new IllegalArgumentException("No target: " + row);
    };
  }

  private Verdict limits(double limit, Measurement measurement) {
    return Verdict.atMost(LIMITS, onOlder(limit), measurement.limits());
  }

  private double onOlder(double limit) {
    return Older.limit(limit, javaVersion);
  }

  private Verdict buffers(Measurement measurement, List<Measurement> fork) {
    double direct = javaVersion < Older.REFERENCE_JAVA ? 1.4 : 1.15;
    return switch (measurement.row().work()) {
      case BUFFER -> beside("arrays", direct, measurement, Work.APPLY, fork);
      case BUFFER_IN_PLACE -> beside("arrays", direct, measurement, Work.APPLY_IN_PLACE, fork);
      case SWAPPED -> beside("arrays", onOlder(2.0), measurement, Work.APPLY_IN_PLACE, fork);
      case NHWC -> beside("arrays", onOlder(2.5), measurement, Work.APPLY_IN_PLACE, fork);
      default -> Verdict.NONE;
    };
  }

  /** Compares shared masks with an unshared one, and whole planes and samples with a product. */
  private Verdict choices(Measurement measurement, List<Measurement> fork) {
    Row row = measurement.row();
    return switch (row.work()) {
      case SHARED_CHANNELS, SHARED_BATCH, SHARED_ALL ->
          beside(UNSHARED, onOlder(AS_FAST), measurement, Work.APPLY, fork);
      case BY_PLANE ->
          row.shape().equals(Shapes.MAPS_7)
              ? beside(UNSHARED, onOlder(2.2), measurement, Work.APPLY, fork)
              : Verdict.NONE;
      case NOISE -> beside(UNSHARED, onOlder(6), measurement, Work.APPLY, fork);
      case SPATIAL, PATH -> limits(AS_FAST, measurement);
      default -> Verdict.NONE;
    };
  }

  /** Compares by times in limits, which both have from the same rounds. */
  private static Verdict beside(
      String unit, double limit, Measurement measurement, Work other, List<Measurement> fork) {
    Measurement reference = find(fork, measurement.row().with(other));
    return Verdict.atMost(unit, limit, measurement.limits() / reference.limits());
  }

  /** Judges two threads only where a loop product gains as much from the second one. */
  private static Verdict threads(Measurement two, List<Measurement> fork) {
    Row row = two.row();
    if (row.threads() == 1 || row.work().isLimit()) {
      return Verdict.NONE;
    }
    Row product = new Row(Work.PRODUCT, row.shape(), Setting.PAPER);
    double possible =
        gain(find(fork, product), find(fork, product.with(Work.PRODUCT_HALVES).withThreads(2)));
    double gain = gain(find(fork, row.withThreads(1)), two);
    return possible < TWO_THREADS
        ? Verdict.notJudged("a product gains " + Verdict.format(possible), gain)
        : Verdict.atLeast("gain", TWO_THREADS, gain);
  }

  private static double gain(Measurement one, Measurement two) {
    return one.limits() / two.limits();
  }

  private Verdict scaling(Measurement measurement, List<Measurement> fork) {
    double nanos = nanosPerElement(measurement);
    if (!isAboveCaches(measurement)) {
      return Verdict.notJudged("within the caches", nanos);
    }
    double[] above =
        fork.stream()
            .filter(this::isAboveCaches)
            .mapToDouble(Targets::nanosPerElement)
            .sorted()
            .toArray();
    return above.length == 1
        ? Verdict.notJudged("the only size above the caches", nanos)
        : Verdict.atMost("least ns/element", LINEAR, nanos / above[0]);
  }

  /** Input and output together. */
  private boolean isAboveCaches(Measurement measurement) {
    return 2L * Float.BYTES * measurement.row().size() > cacheBytes;
  }

  private static double nanosPerElement(Measurement measurement) {
    return measurement.nanos() / measurement.row().size();
  }

  private static Measurement find(List<Measurement> fork, Row row) {
    return fork.stream().filter(other -> other.row().equals(row)).findFirst().orElseThrow();
  }
}
