package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.BlockGeometry;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.internal.random.DerivedSeeds;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Map;

/**
 * DropBlock: drops contiguous square regions of each feature map.
 *
 * <p>Source: Ghiasi, Lin and Le, "DropBlock: A regularization method for convolutional networks",
 * NeurIPS 2018 (arXiv 1810.12890), algorithm 1. A seed is drawn with probability gamma at each site
 * where a block fits. Each seed grows to a block of blockSize x blockSize dropped positions. Kept
 * positions are multiplied by size / kept.
 *
 * <p>The defaults are the paper's choices: see {@link #builder}. Instances are immutable and safe
 * for use by many threads.
 *
 * <pre>{@code
 * DropBlock dropBlock = DropBlock.builder().keepProb(0.9).blockSize(7).seed(42).build();
 * DropMask mask = dropBlock.sample(x.shape(), step);
 * Tensor y = mask.apply(x);
 * Tensor dx = mask.backward(dy);
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1810.12890">Ghiasi, Lin and Le, "DropBlock: A regularization
 *     method for convolutional networks", NeurIPS 2018</a>
 * @since 0.1.0
 */
public final class DropBlock extends KeepProbRegularizer {
  static final String TYPE = "DropBlock";

  private final BlockChoices choices;
  private final SampleCache<BlockGeometry> geometries;

  DropBlock(BlockChoices choices, CommonChoices common) {
    this(choices, common, new SampleCache<>(), new SampleCache<>());
  }

  private DropBlock(
      BlockChoices choices,
      CommonChoices common,
      SampleCache<MaskDrawing.Plan> plans,
      SampleCache<BlockGeometry> geometries) {
    super(choices.keepProb(), common, plans);
    this.choices = choices;
    this.geometries = geometries;
  }

  /**
   * Creates a regularizer with the paper's other choices and a random seed, which {@link #seed}
   * returns.
   *
   * @param keepProb the probability to keep a position, in [0, 1]
   * @param blockSize side of a block in positions, at least 1; cut to the map
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DropBlock of(double keepProb, int blockSize) {
    return of(keepProb, blockSize, DerivedSeeds.fresh());
  }

  /**
   * Creates a regularizer with the paper's other choices.
   *
   * @param keepProb the probability to keep a position, in [0, 1]
   * @param blockSize side of a block in positions, at least 1; cut to the map
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DropBlock of(double keepProb, int blockSize, long seed) {
    return builder().keepProb(keepProb).blockSize(blockSize).seed(seed).build();
  }

  /**
   * Returns a builder with the paper's choices: keepProb 0.9, block size 7, seeds where a block
   * fits, gamma by equation 1. The seed is random unless it is set.
   *
   * @return a builder
   */
  public static DropBlockBuilder builder() {
    return new DropBlockBuilder(
        BlockChoices.PAPER, new CommonChoices(DerivedSeeds.fresh(), Normalization.TENSOR));
  }

  /**
   * Returns a builder with this configuration, to change some of its choices.
   *
   * @return a new builder, which does not change this regularizer
   */
  public DropBlockBuilder toBuilder() {
    return new DropBlockBuilder(choices, common);
  }

  /**
   * Applies DropBlock once, with a random seed.
   *
   * @param x the input, of any layout; not modified
   * @param keepProb the probability to keep a position, in [0, 1]
   * @param blockSize side of a block in positions, at least 1; cut to the map
   * @return a new tensor
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public static Tensor apply(Tensor x, double keepProb, int blockSize) {
    return apply(x, keepProb, blockSize, DerivedSeeds.fresh());
  }

  /**
   * Applies DropBlock once, reproducibly. The mask is the one of step 0 with {@code seed}.
   *
   * @param x the input, of any layout; not modified
   * @param keepProb the probability to keep a position, in [0, 1]
   * @param blockSize side of a block in positions, at least 1; cut to the map
   * @param seed any number
   * @return a new tensor
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public static Tensor apply(Tensor x, double keepProb, int blockSize, long seed) {
    Check.notNull("x", x);
    return of(keepProb, blockSize, seed).sample(x.shape(), 0).apply(x);
  }

  /**
   * Returns gamma, the probability of a seed at a site.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return gamma in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public double gamma(Shape shape) {
    return gamma(geometry(Check.notNull("shape", shape)));
  }

  private double gamma(BlockGeometry geometry) {
    double rule = choices.gammaRule().gamma(keepProb(), geometry);
    return Math.min(1, rule * choices.gammaScale());
  }

  /**
   * Returns the expected kept fraction in closed form: the mean over positions of {@code (1 -
   * gamma)^n}, where n is the number of blocks that cover the position.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return a fraction in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  @Override
  public double expectedKeptFraction(Shape shape) {
    BlockGeometry geometry = geometry(Check.notNull("shape", shape));
    return geometry.coverage().keptFraction(gamma(geometry));
  }

  /** {@return the size of a block, before it is cut to a map} */
  public BlockSize blockSize() {
    return choices.blockSize();
  }

  /** {@return the choice of the sites at which seeds are drawn} */
  public SeedRegion seedRegion() {
    return choices.seedRegion();
  }

  /** {@return the rule by which gamma follows from keepProb} */
  public GammaRule gammaRule() {
    return choices.gammaRule();
  }

  /** {@return the factor of gamma, at least 0} */
  public double gammaScale() {
    return choices.gammaScale();
  }

  /** {@return the choice of the planes that share a mask} */
  public MaskSharing sharing() {
    return choices.sharing();
  }

  @Override
  public DropBlock withKeepProb(double keepProb) {
    return new DropBlock(choices.withKeepProb(keepProb), common, new SampleCache<>(), geometries);
  }

  @Override
  public DropBlock withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public DropBlock withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public DropBlock withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public DropBlock withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private DropBlock with(CommonChoices other) {
    return new DropBlock(choices, other, plans, geometries);
  }

  @Override
  String type() {
    return TYPE;
  }

  @Override
  Granularity granularity() {
    return sharing().granularity();
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    BlockGeometry geometry = geometry(sample);
    int planes = granularity().planes(sample.c());
    return MaskSampler.of(kernels, geometry, planes, gamma(geometry));
  }

  private BlockGeometry geometry(Shape shape) {
    return geometries.of(shape, s -> seedRegion().geometry(blockSize(), s));
  }

  static DropBlock read(MapReader in) {
    CommonChoices common = CommonChoices.read(in);
    return new DropBlockBuilder(BlockChoices.PAPER, common)
        .keepProb(in.real("keepProb"))
        .blockSize(BlockSize.read(in.map("blockSize")))
        .seedRegion(in.constant("seedRegion", SeedRegion.class))
        .gammaRule(in.constant("gammaRule", GammaRule.class))
        .gammaScale(in.real("gammaScale"))
        .sharing(in.constant("sharing", MaskSharing.class))
        .build();
  }

  @Override
  void writeTo(Map<String, Object> map) {
    super.writeTo(map);
    map.put("blockSize", blockSize());
    map.put("seedRegion", seedRegion());
    map.put("gammaRule", gammaRule());
    map.put("gammaScale", gammaScale());
    map.put("sharing", sharing());
  }
}
