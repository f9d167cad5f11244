package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapBytes;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.random.DerivedSeeds;
import io.github.dropblock.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Regularizer that draws random masks.
 *
 * <p>A mask is a pure function of the configuration (with its seed), the shape of one sample, the
 * step and the index of each sample. It does not depend on threads, on the CPU or on how a batch is
 * split. Regularizers are immutable and safe for use by many threads. {@link CustomRegularizer}
 * draws masks with a function of the caller's own.
 *
 * @since 0.1.0
 */
public abstract sealed class Regularizer permits KeepProbRegularizer, Cutout, Holes, GridMask {
  final CommonChoices common;
  final SampleCache<MaskDrawing.Plan> plans;

  /**
   * Drawing of the last shape. A race between threads may compute it twice, but never gives a wrong
   * mask.
   */
  private volatile MaskDrawing lastDrawing;

  Regularizer(CommonChoices common, SampleCache<MaskDrawing.Plan> plans) {
    this.common = common;
    this.plans = plans;
  }

  /** Returns the name of the kind. It is part of the map format and never changes. */
  abstract String type();

  /** Returns which parts of a tensor have bits of their own. */
  abstract Granularity granularity();

  /** Returns the sampler of a sample shape. */
  abstract BitSampler sampler(Kernels kernels, Shape sample);

  /** Returns the rule for the scales of kept positions. */
  ScaleRule scaleRule(DoubleSupplier expectedKeptFraction) {
    return common.normalization().rule(expectedKeptFraction);
  }

  /** Returns the internal form of what masks write to dropped positions. */
  FillValue fillValue() {
    return common.fill().value();
  }

  /** Adds the choices that not all regularizers have, in the order of the map format. */
  abstract void writeTo(Map<String, Object> choices);

  /**
   * Samples the mask of a whole batch.
   *
   * @param shape the shape of the tensor that the mask is for
   * @param step the training step, at least 0; another step gives an independent mask
   * @return the mask
   * @throws IllegalArgumentException if {@code shape} is null or {@code step} negative
   */
  public final DropMask sample(Shape shape, long step) {
    return sample(shape, step, 0);
  }

  /**
   * Samples the mask of a part of a larger batch. Sample i of the part is sample {@code firstSample
   * + i} of the whole batch. The parts together have the same bits as one mask of the whole batch.
   *
   * @param shape the shape of the part
   * @param step the training step, at least 0
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return the mask of the part, with counts and a scale of the part alone
   * @throws IllegalArgumentException if {@code shape} is null or a number negative
   */
  public final DropMask sample(Shape shape, long step, long firstSample) {
    Check.notNull("shape", shape);
    MaskDrawing.checkCounters(shape, step, firstSample);
    MaskDrawing drawing = drawing(shape);
    MaskState state = new MaskState(shape, granularity(), drawing.workers());
    state.draw(drawing, drawing.rule(), drawing.fill(), seed(), step, firstSample);
    return new DropMask(state);
  }

  /**
   * Samples into an existing mask without allocating. The result is what {@link #sample(Shape,
   * long)} returns for the mask's shape.
   *
   * @param mask a mask as in {@link #sampleInto(DropMask, long, long)}; overwritten
   * @param step the training step, at least 0
   * @throws IllegalArgumentException if {@code mask} is null or of other sharing, or {@code step}
   *     negative; then nothing is modified
   */
  public final void sampleInto(DropMask mask, long step) {
    sampleInto(mask, step, 0);
  }

  /**
   * Samples a part of a larger batch into an existing mask without allocating. The result is what
   * {@link #sample(Shape, long, long)} returns for the mask's shape.
   *
   * @param mask a mask with the same sharing of bits as this regularizer's, not in use by another
   *     thread; overwritten
   * @param step the training step, at least 0
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @throws IllegalArgumentException if {@code mask} is null or of other sharing, or a number out
   *     of range; then nothing is modified
   * @throws OutOfMemoryError if the heap is too small; then the mask is unchanged or, if drawing
   *     had begun, keeps everything at scale 1
   */
  public final void sampleInto(DropMask mask, long step, long firstSample) {
    MaskState state = Check.notNull("mask", mask).state();
    MaskDrawing.checkCounters(mask.shape(), step, firstSample);
    if (!state.layout().granularity().equals(granularity())) {
      throw new IllegalArgumentException(
          String.format(
              "mask has one bit per %s, but %s needs one per %s",
              state.layout().granularity(), type(), granularity()));
    }
    MaskDrawing drawing = drawing(mask.shape());
    state.draw(drawing, drawing.rule(), drawing.fill(), seed(), step, firstSample);
  }

  private MaskDrawing drawing(Shape shape) {
    MaskDrawing drawing = lastDrawing;
    if (drawing == null || !drawing.suits(shape)) {
      drawing = MaskDrawing.of(this, shape);
      lastDrawing = drawing;
    }
    return drawing;
  }

  /**
   * Returns the expected kept fraction.
   *
   * @param shape the shape of the tensor; N does not matter
   * @return a fraction in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public abstract double expectedKeptFraction(Shape shape);

  /** {@return the seed of the masks} */
  public final long seed() {
    return common.seed();
  }

  /** {@return the choice of the scale of kept positions} */
  public final Normalization normalization() {
    return common.normalization();
  }

  /** {@return the value of dropped positions} */
  public final Fill fill() {
    return common.fill();
  }

  /** {@return the threads that share the work on large tensors} */
  public final Threads threads() {
    return common.threads();
  }

  /**
   * Returns the same configuration with another seed, for independent masks.
   *
   * @param seed any number
   * @return a regularizer of the same kind
   */
  public abstract Regularizer withSeed(long seed);

  /**
   * Returns the same configuration with another scale for kept positions.
   *
   * @param normalization the normalization
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code normalization} is null
   */
  public abstract Regularizer withNormalization(Normalization normalization);

  /**
   * Returns the same configuration with another value for dropped positions.
   *
   * @param fill the fill
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code fill} is null
   */
  public abstract Regularizer withFill(Fill fill);

  /**
   * Returns the same configuration with other threads, which never change a result.
   *
   * @param threads the threads that share the work on large tensors
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code threads} is null
   */
  public abstract Regularizer withThreads(Threads threads);

  /**
   * Returns the regularizer for one of several uses within a step, such as the layers of a network
   * that share a configuration. Each use has independent masks. {@link DropLayer} and every adapter
   * follow this rule, so a network draws the same masks in all of them.
   *
   * @param use the number of the use in its step, at least 0; use 0 gives this regularizer
   * @return the same configuration with a seed that follows from the seed and {@code use}
   * @throws IllegalArgumentException if {@code use} is negative
   */
  public Regularizer forUse(long use) {
    return withSeed(DerivedSeeds.of(seed(), Check.atLeast("use", use, 0L)));
  }

  /**
   * Returns the regularizer for dropping at inference. Its masks are independent of all others.
   *
   * @return the same configuration with a derived seed
   */
  public Regularizer forInference() {
    return withSeed(DerivedSeeds.of(seed(), DerivedSeeds.INFERENCE));
  }

  /**
   * Returns the configuration without the threads as a map, which any JSON library can write.
   *
   * @return a new map
   * @throws UnsupportedOperationException if this is a {@link CustomRegularizer} whose function has
   *     no name
   */
  public Map<String, Object> toMap() {
    return RegularizerFormat.write(type(), choices());
  }

  /** Returns all choices but the threads, by name. */
  final Map<String, Object> choices() {
    Map<String, Object> map = new LinkedHashMap<>();
    writeTo(map);
    common.writeTo(map);
    return map;
  }

  /**
   * Reads a regularizer from what {@link #toMap} returned, even after a round trip through JSON.
   *
   * @param map the map
   * @return the regularizer
   * @throws IllegalArgumentException if the map is null, or a value is missing, unknown or out of
   *     range
   */
  public static Regularizer fromMap(Map<String, ?> map) {
    return RegularizerFormat.read(map);
  }

  /**
   * Returns the configuration as bytes with a checksum.
   *
   * @return a new array
   * @throws UnsupportedOperationException as for {@link #toMap}
   */
  public byte[] toBytes() {
    return MapBytes.write(toMap());
  }

  /**
   * Reads a regularizer from what {@link #toBytes} returned.
   *
   * @param bytes the bytes; not modified
   * @return the regularizer
   * @throws IllegalArgumentException if the bytes are null, damaged or of another version
   */
  public static Regularizer fromBytes(byte[] bytes) {
    return fromMap(MapBytes.read(bytes));
  }

  /** Returns the kind and the configuration without the threads. */
  @Override
  public String toString() {
    return RegularizerFormat.text(type(), choices());
  }

  /** Tells whether another is of the same kind and configuration, whatever its threads are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Regularizer r && toMap().equals(r.toMap());
  }

  @Override
  public int hashCode() {
    return toMap().hashCode();
  }
}
