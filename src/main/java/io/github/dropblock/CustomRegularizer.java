package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Regularizer whose masks are drawn by a function of the caller's own, a {@link MaskFunction}.
 *
 * <p>It works wherever the library's own regularizers do: with schedules, in {@link DropLayer} and
 * in every adapter. Kept positions are multiplied by size / kept ({@link Normalization#TENSOR})
 * unless another normalization is chosen.
 *
 * <pre>{@code
 * // Each row of each channel is dropped or kept as a whole.
 * MaskFunction rows = sample -> {
 *   Shape shape = sample.shape();
 *   for (int i = 0; i < shape.c() * shape.h(); i++) {
 *     if (!sample.random().bernoulli(sample.keepProb(), i)) {
 *       sample.dropRun(i * shape.w(), shape.w());
 *     }
 *   }
 * };
 * DropMask mask = CustomRegularizer.of(rows, 0.9, seed).sample(x.shape(), step);
 * }</pre>
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial") // A proxy is written.
public final class CustomRegularizer extends KeepProbRegularizer {
  static final String TYPE = "Custom";

  /** Services that cannot be loaded, before the search ends: some errors come again for ever. */
  private static final int MOST_BROKEN = 100;

  private final MaskFunction function;
  private final MaskSharing sharing;
  private final ToDoubleFunction<Shape> expectedKept;

  private CustomRegularizer(
      MaskFunction function,
      MaskSharing sharing,
      ToDoubleFunction<Shape> expectedKept,
      double keepProb,
      CommonChoices common) {
    super(keepProb, common, new SampleCache<>());
    this.function = Check.notNull("function", function);
    Check.notNull("function.name()", function.name());
    this.sharing = Check.notNull("sharing", sharing);
    this.expectedKept = expectedKept;
  }

  /**
   * Creates a regularizer from a function. Each channel of each sample has a mask of its own,
   * unless {@link #withSharing} says otherwise.
   *
   * @param function the function that draws the mask of a sample
   * @param keepProb the value of {@link SampleMask#keepProb}, in [0, 1]; the function may ignore it
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code function} is null or {@code keepProb} out of range
   */
  public static CustomRegularizer of(MaskFunction function, double keepProb, long seed) {
    CommonChoices common = new CommonChoices(seed, Normalization.TENSOR);
    return new CustomRegularizer(function, MaskSharing.NONE, null, keepProb, common);
  }

  /** {@return the function that draws the masks} */
  public MaskFunction function() {
    return function;
  }

  /** {@return the choice of the planes that share a mask} */
  public MaskSharing sharing() {
    return sharing;
  }

  /**
   * Returns the same regularizer with another sharing.
   *
   * @param value which planes share a mask
   * @return a regularizer of the same function
   * @throws IllegalArgumentException if {@code value} is null
   */
  public CustomRegularizer withSharing(MaskSharing value) {
    return new CustomRegularizer(function, value, expectedKept, keepProb(), common);
  }

  /**
   * Returns the same regularizer with another expected kept fraction, which {@link
   * Normalization#EXPECTED} uses. Without this call it is keepProb. The function is not saved with
   * the regularizer.
   *
   * @param value gives the expected kept fraction, in [0, 1], for a shape whose N is 1
   * @return a regularizer of the same function
   * @throws IllegalArgumentException if {@code value} is null
   */
  public CustomRegularizer withExpectedKeptFraction(ToDoubleFunction<Shape> value) {
    return new CustomRegularizer(
        function, sharing, Check.notNull("expectedKeptFraction", value), keepProb(), common);
  }

  @Override
  public double expectedKeptFraction(Shape shape) {
    Check.notNull("shape", shape);
    return expectedKept == null
        ? keepProb()
        : Check.probability("expectedKeptFraction", expectedKept.applyAsDouble(shape.withN(1)));
  }

  @Override
  public CustomRegularizer withKeepProb(double keepProb) {
    return new CustomRegularizer(function, sharing, expectedKept, keepProb, common);
  }

  @Override
  public CustomRegularizer withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public CustomRegularizer withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public CustomRegularizer withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public CustomRegularizer withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private CustomRegularizer with(CommonChoices choices) {
    return new CustomRegularizer(function, sharing, expectedKept, keepProb(), choices);
  }

  @Override
  String type() {
    return TYPE;
  }

  @Override
  Granularity granularity() {
    return sharing.granularity();
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape shape) {
    Shape sample = shape.withN(1);
    Shape drawn = sharing.granularity().byChannel() ? sample : sample.withC(1);
    return new FunctionSampler(function, drawn, keepProb());
  }

  @Override
  void writeTo(Map<String, Object> map) {
    super.writeTo(map);
    map.put("function", function.name());
    map.put("sharing", sharing);
  }

  @Override
  public Map<String, Object> toMap() {
    if (function.name().isEmpty()) {
      throw new UnsupportedOperationException(
          "only a mask function with a name goes to a map: " + function.getClass().getName());
    }
    return super.toMap();
  }

  /** Tells whether the map leaves out the expected kept fraction, which is a function. */
  boolean hasMoreThanItsMap() {
    return expectedKept != null;
  }

  static CustomRegularizer read(MapReader in) {
    MaskFunction function = find(in.text("function"));
    MaskSharing sharing = in.constant("sharing", MaskSharing.class);
    return new CustomRegularizer(
        function, sharing, null, in.real("keepProb"), CommonChoices.read(in));
  }

  /**
   * Tells whether another has an equal function and the same choices, whatever their threads are. A
   * function that gives the expected kept fraction is not compared, and is not in the map.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof CustomRegularizer r
        && function.equals(r.function)
        && choices().equals(r.choices());
  }

  @Override
  public int hashCode() {
    return choices().hashCode();
  }

  /**
   * Finds a function by its name among the services. A map cannot cause any other class to be
   * loaded.
   */
  private static MaskFunction find(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return Stream.of(context, MaskFunction.class.getClassLoader())
        .flatMap(loader -> find(name, loader).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "regularizer function must be the name of a service "
                        + MaskFunction.class.getName()
                        + ": "
                        + (name.length() <= 40 ? name : name.substring(0, 40) + "...")));
  }

  /** Passes over services that cannot be loaded: this function may be another one. */
  private static Optional<MaskFunction> find(String name, ClassLoader loader) {
    Iterator<MaskFunction> functions = ServiceLoader.load(MaskFunction.class, loader).iterator();
    for (int broken = 0; broken < MOST_BROKEN; ) {
      try {
        if (!functions.hasNext()) {
          break;
        }
        MaskFunction function = functions.next();
        if (!name.isEmpty() && name.equals(function.name())) {
          return Optional.of(function);
        }
      } catch (ServiceConfigurationError e) {
        broken++;
      }
    }
    return Optional.empty();
  }

  /** Draws masks with a function, sample by sample. */
  private record FunctionSampler(MaskFunction function, Shape sampleShape, double keepProb)
      implements BitSampler {
    @Override
    public int samplesToWord() {
      return MaskSampler.samplesToWord(sampleShape.c(), sampleShape.planeSize());
    }

    @Override
    public long sample(long seed, long step, long firstSample, int from, int to, long[] dropped) {
      long total = 0;
      for (int i = from; i < to; i++) {
        int bit = i * sampleShape.size();
        SampleMask mask =
            new SampleMask(sampleShape, keepProb, seed, step, firstSample + i, dropped, bit);
        try {
          function.draw(mask);
        } finally {
          total += mask.finish();
        }
      }
      return total;
    }
  }
}
