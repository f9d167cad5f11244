package io.github.dropblock.benchmarks.plan;

/** What one call of a benchmark does. */
public enum Work {
  // The limits: no pass over a tensor does less.
  COPY("System.arraycopy", "LimitBenchmark.arraycopy"),
  LOOP_COPY("out[i] = in[i]", "LimitBenchmark.copy"),
  PRODUCT("out[i] = in[i] * s", "LimitBenchmark.product"),
  VECTOR_PRODUCT("out[i] = in[i] * s, vectors", "VectorLimitBenchmark.product"),
  PRODUCT_IN_PLACE("x[i] = x[i] * s", "LimitBenchmark.productInPlace"),
  VECTOR_PRODUCT_IN_PLACE("x[i] = x[i] * s, vectors", "VectorLimitBenchmark.productInPlace"),
  /** The limit for two threads: each multiplies one half. */
  PRODUCT_HALVES("out[i] = in[i] * s", "LimitBenchmark.productOfHalves"),

  /** Also the backward pass, which is the same map. */
  APPLY("apply an existing mask", "DropBlockBenchmark.apply"),
  APPLY_IN_PLACE("apply an existing mask, in place", "DropBlockBenchmark.applyInPlace"),
  OUT("sample + apply", "DropBlockBenchmark.sampleApply"),
  IN_PLACE("sample + apply, in place", "DropBlockBenchmark.sampleApplyInPlace"),
  LAYER("DropLayer, forward + backward", "DropLayerBenchmark.pass"),
  LAYER_IN_PLACE("DropLayer, forward + backward, in place", "DropLayerBenchmark.passInPlace"),
  SAMPLE("sample into an existing mask", "DropBlockBenchmark.sample"),
  MULTIPLIERS("write multipliers", "BufferBenchmark.multipliers"),
  SELECT("select from two tensors", "DropBlockBenchmark.select"),

  BUFFER("existing mask, direct buffers", "BufferBenchmark.apply"),
  BUFFER_IN_PLACE("existing mask, direct buffer, in place", "BufferBenchmark.applyInPlace"),
  SWAPPED("direct buffer, N and C swapped, in place", "BufferBenchmark.swapped"),
  NHWC("direct buffer, NHWC, in place", "BufferBenchmark.channelsLast"),

  SHARED_CHANNELS("existing mask: sharing CHANNELS", "ChoicesBenchmark.channels"),
  SHARED_BATCH("existing mask: sharing BATCH", "ChoicesBenchmark.batch"),
  SHARED_ALL("existing mask: sharing ALL", "ChoicesBenchmark.all"),
  BY_SAMPLE("existing mask: normalization SAMPLE", "ChoicesBenchmark.bySample"),
  BY_PLANE("existing mask: normalization PLANE", "ChoicesBenchmark.byPlane"),
  NOISE("existing mask: Gaussian fill", "ChoicesBenchmark.noise"),
  SPATIAL("existing mask: SpatialDropout", "ChoicesBenchmark.spatial"),
  PATH("existing mask: DropPath", "ChoicesBenchmark.path"),

  ERASING("Holes.randomErasing, in place", "FamilyBenchmark.erasing"),
  COARSE("Holes.coarse, 1 to 8 holes, in place", "FamilyBenchmark.coarse"),
  PATCHES("Patches.of, in place", "FamilyBenchmark.patches"),
  EXACT_PATCHES("Patches.exactly, in place", "FamilyBenchmark.exactPatches"),
  GRID("GridMask, in place", "FamilyBenchmark.grid"),

  TORCHVISION("libtorch, as torchvision does it", "LibtorchBenchmark.torchvision"),
  SEPARABLE("libtorch, two separable pools", "LibtorchBenchmark.separable"),
  CHANNELS_LAST("libtorch, channels-last", "LibtorchBenchmark.channelsLast"),
  CHANNELS_LAST_SEPARABLE(
      "libtorch, channels-last, two separable pools", "LibtorchBenchmark.channelsLastSeparable"),
  LIBTORCH_DROPOUT("libtorch, its dropout", "LibtorchBenchmark.dropout"),
  PLAIN_JAVA("plain Java on float masks", "PlainJavaBenchmark.apply");

  private static final String PACKAGE = "io.github.dropblock.benchmarks.jmh.";

  private final String label;
  private final String method;

  Work(String label, String method) {
    this.label = label;
    this.method = method;
  }

  /** Returns how the table names it. */
  public String label() {
    return label;
  }

  /** Returns JMH's name of the benchmark. */
  public String benchmark() {
    return PACKAGE + method;
  }

  /** Returns whether it reads and writes one and the same tensor. */
  public boolean isInPlace() {
    return switch (this) {
      case PRODUCT_IN_PLACE, VECTOR_PRODUCT_IN_PLACE -> true;
      case APPLY_IN_PLACE, IN_PLACE, LAYER_IN_PLACE -> true;
      case BUFFER_IN_PLACE, SWAPPED, NHWC -> true;
      case ERASING, COARSE, PATCHES, EXACT_PATCHES, GRID -> true;
      default -> false;
    };
  }

  /** Returns whether this is a form of the peer's that can be the best one. */
  public boolean isLibtorch() {
    return switch (this) {
      case TORCHVISION, SEPARABLE, CHANNELS_LAST, CHANNELS_LAST_SEPARABLE, LIBTORCH_DROPOUT -> true;
      default -> false;
    };
  }

  /** Returns whether it does what a libtorch form does: draw a mask and apply it. */
  public boolean isWholeCall() {
    return this == OUT || this == IN_PLACE || this == PLAIN_JAVA;
  }

  /** Returns whether it drops nothing, and is measured to compare with. */
  public boolean isLimit() {
    return ordinal() <= PRODUCT_HALVES.ordinal();
  }

  /** Returns whether it calls this library. */
  public boolean isOurs() {
    return !isLimit() && !isLibtorch() && this != PLAIN_JAVA;
  }
}
