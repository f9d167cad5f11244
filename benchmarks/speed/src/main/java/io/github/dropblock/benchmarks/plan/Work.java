package io.github.dropblock.benchmarks.plan;

/** What one call of a benchmark does. */
public enum Work {
  /** The limit: no layer with an output of its own can do less. */
  COPY("System.arraycopy", "CopyBenchmark.arraycopy"),
  /** The limit for two threads: each copies one half. */
  COPY_HALVES("System.arraycopy", "CopyBenchmark.halves"),
  OUT("sample + apply into another tensor", "DropBlockBenchmark.sampleApply"),
  IN_PLACE("sample + apply in place", "DropBlockBenchmark.sampleApplyInPlace"),
  /** Also the backward pass, which is the same map. */
  APPLY("apply a mask that exists", "DropBlockBenchmark.apply"),
  APPLY_IN_PLACE("apply a mask that exists, in place", "DropBlockBenchmark.applyInPlace"),
  NEW_MASK("sample a new mask", "DropBlockBenchmark.sample"),
  BUFFER("the same on direct buffers", "BufferBenchmark.apply"),
  BUFFER_IN_PLACE("the same on a direct buffer", "BufferBenchmark.applyInPlace"),
  TORCHVISION("libtorch, as torchvision does it", "LibtorchBenchmark.torchvision"),
  SEPARABLE("libtorch, two separable pools", "LibtorchBenchmark.separable"),
  CHANNELS_LAST("libtorch, channels-last", "LibtorchBenchmark.channelsLast"),
  CHANNELS_LAST_SEPARABLE(
      "libtorch, channels-last, two separable pools", "LibtorchBenchmark.channelsLastSeparable"),
  LIBTORCH_DROPOUT("libtorch, its dropout", "LibtorchBenchmark.dropout"),
  PLAIN_JAVA("plain Java on float masks", "PlainJavaBenchmark.apply"),
  SCALED_COPY("x * 1.25, no mask", "ChoicesBenchmark.scaledCopy"),
  SHARED_NONE("apply a mask: sharing NONE", "ChoicesBenchmark.none"),
  SHARED_CHANNELS("sharing CHANNELS", "ChoicesBenchmark.channels"),
  SHARED_BATCH("sharing BATCH", "ChoicesBenchmark.batch"),
  SHARED_ALL("sharing ALL", "ChoicesBenchmark.all"),
  BY_SAMPLE("normalization SAMPLE", "ChoicesBenchmark.bySample"),
  BY_PLANE("normalization PLANE", "ChoicesBenchmark.byPlane"),
  NOISE("fill with Gaussian noise", "ChoicesBenchmark.noise"),
  SPATIAL("SpatialDropout", "ChoicesBenchmark.spatial"),
  PATH("DropPath", "ChoicesBenchmark.path"),
  SWAPPED("direct buffer, N and C swapped, in place", "ChoicesBenchmark.swapped"),
  NHWC("direct buffer, NHWC, in place", "ChoicesBenchmark.channelsLast");

  private static final String PACKAGE = "io.github.dropblock.benchmarks.jmh.";

  private final String label;
  private final String method;

  Work(String label, String method) {
    this.label = label;
    this.method = method;
  }

  /** How the table names it. */
  public String label() {
    return label;
  }

  /** JMH's name of the benchmark. */
  public String benchmark() {
    return PACKAGE + method;
  }

  /** Whether this is a form of the peer's that can be the best one. */
  public boolean isLibtorch() {
    return switch (this) {
      case TORCHVISION, SEPARABLE, CHANNELS_LAST, CHANNELS_LAST_SEPARABLE, LIBTORCH_DROPOUT -> true;
      default -> false;
    };
  }

  /** Whether it does what a libtorch form does: draw a mask and apply it. */
  public boolean isWholeCall() {
    return this == OUT || this == IN_PLACE || this == PLAIN_JAVA;
  }

  /** Whether it copies and drops nothing. */
  public boolean isCopy() {
    return this == COPY || this == COPY_HALVES;
  }
}
