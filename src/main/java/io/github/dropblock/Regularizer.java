package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapBytes;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.random.DerivedSeeds;
import io.github.dropblock.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A distribution over masks.
 *
 * <p>A mask is a pure function of the configuration (with its seed), the shape of one sample, the
 * step and the index of each sample. It does not depend on threads, on the CPU or on how a batch is
 * split. Regularizers are immutable and safe for use by many threads. {@link CustomRegularizer}
 * makes one from a function of the caller's own.
 *
 * @since 0.1.0
 */
public abstract sealed class Regularizer permits KeepProbRegularizer, Cutout {
  final CommonChoices common;
  final SampleCache<MaskDrawing.Plan> plans;

  /** That of the last shape: a race between threads costs a repetition, never a wrong mask. */
  private volatile MaskDrawing lastDrawing;

  Regularizer(CommonChoices common, SampleCache<MaskDrawing.Plan> plans) {
    this.common = common;
    this.plans = plans;
  }

  /** Returns the name of the kind: part of the format of maps, so it never changes. */
  abstract String type();

  /** Returns what has bits of its own. */
  abstract Granularity granularity();

  /** Returns what draws the bits of a sample shape. */
  abstract BitSampler sampler(Kernels kernels, Shape sample);

  /** Adds the choices that not all regularizers have, in the order of the format. */
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
   * Samples the mask of a part of a larger batch: sample i of the part is sample {@code firstSample
   * + i} of the whole. Parts hold the bits that one mask of the whole would hold.
   *
   * @param shape the shape of the part
   * @param step the training step, at least 0
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return the mask of the part; its counts and its scale are the part's own
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
   * Samples into an existing mask, without allocating: what {@link #sample(Shape, long)} returns
   * for its shape.
   *
   * @param mask as for {@link #sampleInto(DropMask, long, long)}; overwritten
   * @param step the training step, at least 0
   * @throws IllegalArgumentException if {@code mask} is null or of other sharing, or {@code step}
   *     negative; then nothing is modified
   */
  public final void sampleInto(DropMask mask, long step) {
    sampleInto(mask, step, 0);
  }

  /**
   * Samples a part of a larger batch into an existing mask, without allocating: what {@link
   * #sample(Shape, long, long)} returns for its shape.
   *
   * @param mask a mask of a regularizer that shares bits as this one does, not in use by another
   *     thread; overwritten
   * @param step the training step, at least 0
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @throws IllegalArgumentException if {@code mask} is null or of other sharing, or a number out
   *     of range; then nothing is modified
   * @throws OutOfMemoryError if there is no room to work in; then the mask is as it was, or, where
   *     drawing had begun, keeps everything at scale 1
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

  /**
   * Returns the seed.
   *
   * @return the seed
   */
  public final long seed() {
    return common.seed();
  }

  /**
   * Returns what kept positions are multiplied by.
   *
   * @return the normalization
   */
  public final Normalization normalization() {
    return common.normalization();
  }

  /**
   * Returns what is written to dropped positions.
   *
   * @return the fill
   */
  public final Fill fill() {
    return common.fill();
  }

  /**
   * Returns who shares the work on large tensors.
   *
   * @return the threads
   */
  public final Threads threads() {
    return common.threads();
  }

  /**
   * Returns the same configuration with another seed: independent masks.
   *
   * @param seed any number
   * @return a regularizer of the same kind
   */
  public abstract Regularizer withSeed(long seed);

  /**
   * Returns the same configuration with another factor for kept positions.
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
   * Returns the same configuration with other threads. They never change a result.
   *
   * @param threads who shares the work on large tensors
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code threads} is null
   */
  public abstract Regularizer withThreads(Threads threads);

  /**
   * Returns the regularizer for one of several uses within a step, such as the layers of a network
   * that share a configuration. Each use has independent masks.
   *
   * <p>The rule serves {@link DropLayer} and every adapter: one network draws the same masks in
   * all.
   *
   * @param use the number of the use in its step, at least 0; use 0 is this regularizer itself
   * @return the same configuration with a seed that follows from the seed and {@code use}
   * @throws IllegalArgumentException if {@code use} is negative
   */
  public Regularizer forUse(long use) {
    return withSeed(DerivedSeeds.of(seed(), Check.atLeast("use", use, 0L)));
  }

  /**
   * Returns the regularizer for dropping at inference: its masks are independent of all others.
   *
   * @return the same configuration with a derived seed
   */
  public Regularizer forInference() {
    return withSeed(DerivedSeeds.of(seed(), DerivedSeeds.INFERENCE));
  }

  /**
   * Returns the configuration, but for the threads, as a map that any JSON library can write.
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
   * Reads a regularizer from what {@link #toMap} gave, also after a round trip through JSON.
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
   * Returns the configuration as bytes, with a checksum.
   *
   * @return a new array
   * @throws UnsupportedOperationException as for {@link #toMap}
   */
  public byte[] toBytes() {
    return MapBytes.write(toMap());
  }

  /**
   * Reads a regularizer from what {@link #toBytes} gave.
   *
   * @param bytes the bytes; not modified
   * @return the regularizer
   * @throws IllegalArgumentException if the bytes are null, damaged or of another version
   */
  public static Regularizer fromBytes(byte[] bytes) {
    return fromMap(MapBytes.read(bytes));
  }

  /** Returns the kind and the whole configuration but for the threads. */
  @Override
  public String toString() {
    return RegularizerFormat.text(type(), choices());
  }

  /** Whether the other is of the same kind and configuration; threads do not matter. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Regularizer r && toMap().equals(r.toMap());
  }

  @Override
  public int hashCode() {
    return toMap().hashCode();
  }
}
