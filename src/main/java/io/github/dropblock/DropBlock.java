package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.mask.BlockGeometry;
import io.github.dropblock.internal.mask.Granularity;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * DropBlock: drops contiguous square regions of each feature map.
 *
 * <p>Source: Ghiasi, Lin and Le, "DropBlock: A regularization method for convolutional networks",
 * NeurIPS 2018 (arXiv 1810.12890), algorithm 1. Seeds are drawn with probability gamma at each site
 * where a block fits; each grows to a block of blockSize x blockSize dropped positions; what is
 * kept is multiplied by size / kept.
 *
 * <p>Every choice has the paper's as its default: see {@link #builder}. Instances are immutable and
 * safe for use by many threads.
 *
 * <pre>{@code
 * DropBlock dropBlock = DropBlock.builder().keepProb(0.9).blockSize(7).seed(42).build();
 * DropMask mask = dropBlock.sample(x.shape(), step);
 * Tensor y = mask.apply(x);
 * Tensor dx = mask.backward(dy);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class DropBlock extends MaskRegularizer<DropBlock> implements KeepProbRegularizer {
  static final String TYPE = "DropBlock";

  private final DropBlockBuilder config;

  DropBlock(DropBlockBuilder config) {
    super(config.common);
    this.config = new DropBlockBuilder(config);
  }

  /**
   * Starts a configuration with the paper's choices: keepProb 0.9, blockSize 7, seeds where a block
   * fits, gamma by equation 1. The seed is a fresh random number unless one is given.
   *
   * @return a builder
   */
  public static DropBlockBuilder builder() {
    return new DropBlockBuilder(ThreadLocalRandom.current().nextLong());
  }

  /**
   * Applies DropBlock once, with fresh randomness.
   *
   * @param x the input, of any layout; not modified
   * @param keepProb the probability to keep a position, in [0, 1]
   * @param blockSize side of a block in positions, at least 1; cut to the map
   * @return a new tensor
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public static Tensor apply(Tensor x, double keepProb, int blockSize) {
    return apply(x, keepProb, blockSize, ThreadLocalRandom.current().nextLong());
  }

  /**
   * Applies DropBlock once, reproducibly: the mask is that of step 0 under {@code seed}.
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
    DropBlock dropBlock =
        new DropBlockBuilder(seed).keepProb(keepProb).blockSize(blockSize).build();
    return dropBlock.sample(x.shape(), 0).apply(x);
  }

  /**
   * The probability of a seed at a site.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return gamma in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public double gamma(Shape shape) {
    return gamma(geometry(Check.notNull("shape", shape)));
  }

  private double gamma(BlockGeometry geometry) {
    double rule = config.gammaRule.gamma(config.keepProb, geometry);
    return Math.min(1, rule * config.gammaScale);
  }

  /**
   * The expected kept fraction, in closed form: the mean over positions of {@code (1 - gamma)^n},
   * where n is the number of blocks that cover a position.
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

  @Override
  public DropBlock withKeepProb(double keepProb) {
    return new DropBlockBuilder(config).keepProb(keepProb).build();
  }

  @Override
  public double keepProb() {
    return config.keepProb;
  }

  @Override
  DropBlock with(CommonChoices choices) {
    DropBlockBuilder other = new DropBlockBuilder(config);
    other.common = choices;
    return other.build();
  }

  @Override
  Granularity granularity() {
    return config.sharing.granularity();
  }

  @Override
  MaskSampler sampler(Shape sample) {
    BlockGeometry geometry = geometry(sample);
    int planes = granularity().byChannel() ? sample.c() : 1;
    return MaskSampler.of(KernelSelector.kernels(), geometry, planes, gamma(geometry));
  }

  private BlockGeometry geometry(Shape shape) {
    return config.seedRegion.geometry(config.blockSize, shape);
  }

  static DropBlock read(MapReader in) {
    CommonChoices common = CommonChoices.read(in);
    return new DropBlockBuilder(common.seed())
        .keepProb(in.real("keepProb"))
        .blockSize(ChoiceFormat.readBlockSize(in.map("blockSize")))
        .seedRegion(in.constant("seedRegion", SeedRegion.class))
        .gammaRule(in.constant("gammaRule", GammaRule.class))
        .gammaScale(in.real("gammaScale"))
        .sharing(in.constant("sharing", MaskSharing.class))
        .normalization(common.normalization())
        .fill(common.fill())
        .build();
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    choices.put("keepProb", config.keepProb);
    choices.put("blockSize", config.blockSize);
    choices.put("seedRegion", config.seedRegion);
    choices.put("gammaRule", config.gammaRule);
    choices.put("gammaScale", config.gammaScale);
    choices.put("sharing", config.sharing);
  }

  @Override
  String type() {
    return TYPE;
  }
}
