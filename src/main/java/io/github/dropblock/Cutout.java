package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.BlockGeometry;
import io.github.dropblock.internal.mask.HoleLaw;
import io.github.dropblock.internal.mask.HolePlane;
import io.github.dropblock.internal.mask.HoleSampler;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * Cutout: drops a fixed number of holes in each sample, through all channels. It is meant for input
 * images.
 *
 * <p>Source: DeVries and Taylor, "Improved regularization of convolutional neural networks with
 * Cutout", arXiv 1708.04552 (2017). The center of each hole is drawn uniformly from the positions
 * of the map. Holes are cut at the edges and may overlap. Kept positions are not scaled ({@link
 * Normalization#NONE}) unless another normalization is chosen.
 *
 * <p>This is a case of {@link Holes}: one with the region {@link SeedRegion#WHOLE}, a fixed number
 * and a fixed size draws the same masks.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/1708.04552">DeVries and Taylor, "Improved regularization of
 *     convolutional neural networks with Cutout", 2017</a>
 * @since 0.1.0
 */
public final class Cutout extends Regularizer {
  static final String TYPE = "Cutout";

  private final int holes;
  private final BlockSize size;

  Cutout(int holes, BlockSize size, CommonChoices common) {
    this(holes, size, common, new SampleCache<>());
  }

  private Cutout(
      int holes, BlockSize size, CommonChoices common, SampleCache<MaskDrawing.Plan> plans) {
    super(common, plans);
    this.holes = Check.atLeast("holes", holes, 0);
    this.size = Check.notNull("size", size);
  }

  /**
   * Creates a regularizer with square holes.
   *
   * @param holes number of holes per sample, at least 0
   * @param size side of a hole in positions, at least 1; cut to the map
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Cutout of(int holes, int size, long seed) {
    return of(holes, BlockSize.square(Check.atLeast("size", size, 1)), seed);
  }

  /**
   * Creates a regularizer with holes of any size.
   *
   * @param holes number of holes per sample, at least 0
   * @param size size of a hole; cut to the map
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public static Cutout of(int holes, BlockSize size, long seed) {
    return new Cutout(holes, size, new CommonChoices(seed, Normalization.NONE));
  }

  /** {@return the number of holes per sample, at least 0} */
  public int holes() {
    return holes;
  }

  /** {@return the size of a hole, before it is cut to a map} */
  public BlockSize size() {
    return size;
  }

  /**
   * Returns the expected kept fraction in closed form: the mean over positions of {@code (1 - n /
   * positions)^holes}, where n is the number of centers whose hole covers the position.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return a fraction in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  @Override
  public double expectedKeptFraction(Shape shape) {
    BlockGeometry geometry = geometry(Check.notNull("shape", shape));
    return geometry.coverage().keptFractionOfHoles(holes, geometry.sites());
  }

  @Override
  public Cutout withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public Cutout withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public Cutout withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public Cutout withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private Cutout with(CommonChoices choices) {
    return new Cutout(holes, size, choices, plans);
  }

  @Override
  String type() {
    return TYPE;
  }

  @Override
  Granularity granularity() {
    return MaskSharing.CHANNELS.granularity();
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    HoleSize fixed = HoleSize.of(size);
    HolePlane plane = fixed.plane(SeedRegion.WHOLE, sample);
    HoleLaw law = new HoleLaw(plane, fixed.on(plane, sample), holes, holes, 1, false);
    return new HoleSampler(kernels, law, 1);
  }

  private BlockGeometry geometry(Shape shape) {
    return SeedRegion.WHOLE.geometry(size, shape);
  }

  static Cutout read(MapReader in) {
    BlockSize size = BlockSize.read(in.map("size"));
    return new Cutout(in.integer("holes"), size, CommonChoices.read(in));
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    choices.put("holes", (long) holes);
    choices.put("size", size);
  }
}
