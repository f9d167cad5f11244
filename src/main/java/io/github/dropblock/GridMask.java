package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.GridPattern;
import io.github.dropblock.internal.mask.GridSampler;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * GridMask: drops a regular grid of square holes. It is meant for input images.
 *
 * <p>Source: Chen, Liu, Zhao and Jia, "GridMask data augmentation", arXiv 2001.04086 (2020),
 * without the rotation. For each mask, the period d is drawn uniformly from a range, and the offset
 * along each axis uniformly from 0 to d - 1. In each cell of d positions along each axis, a hole of
 * {@code round(holeRatio * d)} positions along each axis is dropped, and cut where the map ends.
 * The paper's ratio is that of the kept positions along an axis: {@code holeRatio = 1 - r}.
 *
 * <p>A hole covers an axis that has one position. If all axes have one position, the grid divides
 * the width. All channels of a sample share a mask ({@link MaskSharing#CHANNELS}), and kept
 * positions are not scaled ({@link Normalization#NONE}), unless chosen otherwise.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/2001.04086">Chen, Liu, Zhao and Jia, "GridMask data
 *     augmentation", 2020</a>
 * @since 0.1.0
 */
public final class GridMask extends Regularizer {
  static final String TYPE = "GridMask";

  /** Largest period. It limits the time that the expected kept fraction takes. */
  private static final int LARGEST_PERIOD = 1 << 20;

  private final GridPattern pattern;
  private final MaskSharing sharing;

  private GridMask(
      GridPattern pattern,
      MaskSharing sharing,
      CommonChoices common,
      SampleCache<MaskDrawing.Plan> plans) {
    super(common, plans);
    this.pattern = checked(pattern);
    this.sharing = Check.notNull("sharing", sharing);
  }

  private static GridPattern checked(GridPattern pattern) {
    int least = Check.inRange("minPeriod", pattern.minPeriod(), 1, LARGEST_PERIOD);
    Check.inRange("maxPeriod", pattern.maxPeriod(), least, LARGEST_PERIOD);
    Check.probability("holeRatio", pattern.holeRatio());
    Check.probability("probability", pattern.probability());
    return pattern;
  }

  /**
   * Creates a regularizer with one period.
   *
   * @param period positions from one hole to the next, in [1, 2^20]
   * @param holeRatio side of a hole / period, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static GridMask of(int period, double holeRatio, long seed) {
    int checked = Check.inRange("period", period, 1, LARGEST_PERIOD);
    return of(checked, checked, holeRatio, seed);
  }

  /**
   * Creates a regularizer with a random period for each mask.
   *
   * @param minPeriod the fewest positions from one hole to the next, in [1, 2^20]
   * @param maxPeriod the most, in [minPeriod, 2^20]
   * @param holeRatio side of a hole / period, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static GridMask of(int minPeriod, int maxPeriod, double holeRatio, long seed) {
    return new GridMask(
        new GridPattern(minPeriod, maxPeriod, holeRatio, 1, false),
        MaskSharing.CHANNELS,
        new CommonChoices(seed, Normalization.NONE),
        new SampleCache<>());
  }

  /** {@return the fewest positions from one hole to the next, in [1, 2^20]} */
  public int minPeriod() {
    return pattern.minPeriod();
  }

  /** {@return the most positions from one hole to the next, in [minPeriod, 2^20]} */
  public int maxPeriod() {
    return pattern.maxPeriod();
  }

  /** {@return side of a hole / period, in [0, 1]} */
  public double holeRatio() {
    return pattern.holeRatio();
  }

  /** {@return the probability that a mask has a grid, in [0, 1]; otherwise it keeps everything} */
  public double probability() {
    return pattern.probability();
  }

  /** {@return whether the holes are kept and everything else is dropped} */
  public boolean inverse() {
    return pattern.inverse();
  }

  /** {@return the choice of the planes that share a mask} */
  public MaskSharing sharing() {
    return sharing;
  }

  /**
   * Returns the expected kept fraction in closed form: {@code 1 - probability * mean (side /
   * period)^axes}, where the mean is over all periods, and axes counts those that the grid divides.
   * With {@link #inverse}, the mean is replaced by 1 - mean.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return a fraction in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  @Override
  public double expectedKeptFraction(Shape shape) {
    Check.notNull("shape", shape);
    return pattern.expectedKeptFraction(shape.d(), shape.h(), shape.w());
  }

  /**
   * Returns the same configuration with another probability that a mask has a grid. The paper
   * raises it linearly over the epochs.
   *
   * @param probability the probability, in [0, 1]; 0 keeps everything
   * @return a regularizer with the same seed and other choices
   * @throws IllegalArgumentException if {@code probability} is out of range
   */
  public GridMask withProbability(double probability) {
    return with(
        new GridPattern(minPeriod(), maxPeriod(), holeRatio(), probability, pattern.inverse()));
  }

  /**
   * Returns the same configuration that keeps the holes and drops everything else, or the other way
   * round.
   *
   * @param inverse whether the holes are kept
   * @return a regularizer with the same seed and other choices
   */
  public GridMask withInverse(boolean inverse) {
    return with(
        new GridPattern(minPeriod(), maxPeriod(), holeRatio(), pattern.probability(), inverse));
  }

  private GridMask with(GridPattern other) {
    return new GridMask(other, sharing, common, new SampleCache<>());
  }

  /**
   * Returns the same configuration with another choice of the planes that share a mask. Each mask
   * has a period and offsets of its own.
   *
   * @param sharing the choice
   * @return a regularizer with the same seed and other choices
   * @throws IllegalArgumentException if {@code sharing} is null
   */
  public GridMask withSharing(MaskSharing sharing) {
    return new GridMask(pattern, sharing, common, new SampleCache<>());
  }

  @Override
  public GridMask withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public GridMask withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public GridMask withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public GridMask withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private GridMask with(CommonChoices choices) {
    return new GridMask(pattern, sharing, choices, plans);
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
  BitSampler sampler(Kernels kernels, Shape sample) {
    int planes = granularity().planes(sample.c());
    return GridSampler.of(kernels, pattern, planes, sample.d(), sample.h(), sample.w());
  }

  static GridMask read(MapReader in) {
    GridPattern pattern =
        new GridPattern(
            in.integer("minPeriod"),
            in.integer("maxPeriod"),
            in.real("holeRatio"),
            in.real("probability"),
            in.flag("inverse"));
    MaskSharing sharing = in.constant("sharing", MaskSharing.class);
    return new GridMask(pattern, sharing, CommonChoices.read(in), new SampleCache<>());
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    choices.put("minPeriod", (long) minPeriod());
    choices.put("maxPeriod", (long) maxPeriod());
    choices.put("holeRatio", holeRatio());
    choices.put("probability", probability());
    choices.put("inverse", inverse());
    choices.put("sharing", sharing);
  }
}
