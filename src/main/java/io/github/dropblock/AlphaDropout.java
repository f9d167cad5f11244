package io.github.dropblock;

import io.github.dropblock.internal.apply.AffineStep;
import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.internal.random.DerivedSeeds;
import io.github.dropblock.tensor.Shape;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * AlphaDropout: sets elements or whole planes to the value at which SELU saturates, and keeps the
 * mean 0 and the variance 1 of its input.
 *
 * <p>Source: Klambauer, Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks", NIPS
 * 2017. A dropped element becomes v = -1.7580993, and an affine step a * x + b then acts on all
 * elements: {@code y = kept ? a * x + b : a * v + b}. With the keep probability q,
 *
 * <pre>{@code
 * a = (q + v^2 q (1 - q))^(-1/2)
 * b = -a v (1 - q)
 * }</pre>
 *
 * <p>So if x has the mean 0 and the variance 1, y has them too, in expectation. If nothing can be
 * kept, y is 0. A mask has {@code a} as its scale and {@code Fill.constant(a * v + b, b)} as its
 * fill. The gradient is that of the mask: a at kept elements and 0 at dropped ones.
 *
 * <p>With {@link Normalization#NONE} there is no affine step: {@code y = kept ? x : v}. Other
 * normalizations than this one and the default {@link Normalization#EXPECTED} are refused, and so
 * are fills that are not one constant.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al., "Self-normalizing neural
 *     networks", NIPS 2017</a>
 * @since 0.1.0
 */
public final class AlphaDropout extends KeepProbRegularizer {
  static final String TYPE = "AlphaDropout";

  /** Limit of SELU at minus infinity. */
  private static final float SATURATED = -1.7580993f;

  private final boolean perPlane;

  private AlphaDropout(double keepProb, boolean perPlane, CommonChoices common) {
    this(keepProb, perPlane, common, new SampleCache<>());
  }

  private AlphaDropout(
      double keepProb,
      boolean perPlane,
      CommonChoices common,
      SampleCache<MaskDrawing.Plan> plans) {
    super(keepProb, checked(common), plans);
    this.perPlane = perPlane;
  }

  private static CommonChoices checked(CommonChoices common) {
    Normalization normalization = common.normalization();
    if (normalization != Normalization.EXPECTED && normalization != Normalization.NONE) {
      throw new IllegalArgumentException(
          "normalization must be EXPECTED or NONE for AlphaDropout: " + normalization);
    }
    FillValue fill = common.fill().value();
    if (!(fill instanceof FillValue.Constant) || fill.shift() != 0) {
      throw new IllegalArgumentException(
          "fill must be one constant for AlphaDropout: " + common.fill());
    }
    return common;
  }

  /**
   * Creates a regularizer that drops elements, with a random seed, which {@link #seed} returns.
   *
   * @param keepProb the probability to keep an element, in [0, 1]
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static AlphaDropout of(double keepProb) {
    return of(keepProb, DerivedSeeds.fresh());
  }

  /**
   * Creates a regularizer that drops elements.
   *
   * @param keepProb the probability to keep an element, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static AlphaDropout of(double keepProb, long seed) {
    return of(keepProb, false, seed);
  }

  /**
   * Creates a regularizer that drops whole planes, known as feature-wise AlphaDropout. A plane is
   * one channel of one sample.
   *
   * @param keepProb the probability to keep a plane, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static AlphaDropout ofPlanes(double keepProb, long seed) {
    return of(keepProb, true, seed);
  }

  private static AlphaDropout of(double keepProb, boolean perPlane, long seed) {
    CommonChoices common = new CommonChoices(seed, Normalization.EXPECTED);
    return new AlphaDropout(keepProb, perPlane, common.withFill(Fill.constant(SATURATED)));
  }

  /** {@return whether all elements of a plane are kept or dropped together} */
  public boolean perPlane() {
    return perPlane;
  }

  @Override
  public AlphaDropout withKeepProb(double keepProb) {
    return new AlphaDropout(keepProb, perPlane, common);
  }

  @Override
  public AlphaDropout withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  /**
   * Returns the same configuration with or without the affine step.
   *
   * @param normalization {@code EXPECTED} with the affine step, {@code NONE} without it
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code normalization} is null or another
   */
  @Override
  public AlphaDropout withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  /**
   * Returns the same configuration with another value for dropped elements. The affine step follows
   * from it.
   *
   * @param fill one constant, without a shift: the value before the affine step
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code fill} is null or of another kind
   */
  @Override
  public AlphaDropout withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public AlphaDropout withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private AlphaDropout with(CommonChoices choices) {
    return new AlphaDropout(keepProb(), perPlane, choices, plans);
  }

  @Override
  public double expectedKeptFraction(Shape shape) {
    Check.notNull("shape", shape);
    return keepProb();
  }

  @Override
  ScaleRule scaleRule(DoubleSupplier expectedKeptFraction) {
    return normalization() == Normalization.NONE
        ? ScaleRule.NONE
        : ScaleRule.fixed(AffineStep.of(keepProb(), value()).scale());
  }

  @Override
  FillValue fillValue() {
    return normalization() == Normalization.NONE
        ? common.fill().value()
        : AffineStep.of(keepProb(), value()).fill();
  }

  private float value() {
    return ((FillValue.Constant) common.fill().value()).value();
  }

  @Override
  String type() {
    return TYPE;
  }

  @Override
  Granularity granularity() {
    return perPlane ? MaskSharing.NONE.granularityOfPlanes() : MaskSharing.NONE.granularity();
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    int bits = perPlane ? 1 : sample.planeSize();
    return MaskSampler.ofBits(kernels, sample.c(), bits, 1 - keepProb());
  }

  static AlphaDropout read(MapReader in) {
    return new AlphaDropout(in.real("keepProb"), in.flag("perPlane"), CommonChoices.read(in));
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    super.writeTo(choices);
    choices.put("perPlane", perPlane);
  }
}
