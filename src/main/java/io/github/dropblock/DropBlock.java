package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.mask.BlockGeometry;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
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
public final class DropBlock implements Regularizer {
  private final DropBlockBuilder config;

  /** The plan of the last shape: a race between threads costs a repetition, never a wrong mask. */
  private volatile Plan lastPlan;

  DropBlock(DropBlockBuilder config) {
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

  @Override
  public DropMask sample(Shape shape, long step, long firstSample) {
    Check.notNull("shape", shape);
    checkCounters(shape, step, firstSample);
    DropMask mask = new DropMask(shape, config.threads);
    draw(mask, step, firstSample);
    return mask;
  }

  /**
   * Samples into a mask that exists, without allocating: what {@link #sample(Shape, long)} returns
   * for its shape.
   *
   * @param mask a mask of any regularizer, not in use by another thread; overwritten
   * @param step the training step, at least 0
   * @throws IllegalArgumentException if {@code mask} is null or {@code step} negative; then nothing
   *     is modified
   */
  public void sampleInto(DropMask mask, long step) {
    sampleInto(mask, step, 0);
  }

  /**
   * Samples a part of a larger batch into a mask that exists, without allocating: what {@link
   * #sample(Shape, long, long)} returns for its shape.
   *
   * @param mask a mask of any regularizer, not in use by another thread; overwritten
   * @param step the training step, at least 0
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @throws IllegalArgumentException if {@code mask} is null or a number out of range; then nothing
   *     is modified
   */
  public void sampleInto(DropMask mask, long step, long firstSample) {
    Check.notNull("mask", mask);
    checkCounters(mask.shape(), step, firstSample);
    draw(mask, step, firstSample);
  }

  private static void checkCounters(Shape shape, long step, long firstSample) {
    Check.atLeast("step", step, 0L);
    Check.inRange("firstSample", firstSample, 0, Long.MAX_VALUE - shape.n());
  }

  private void draw(DropMask mask, long step, long firstSample) {
    MaskSampler sampler = plan(mask.shape()).sampler();
    int samples = mask.shape().n();
    long[] dropped = mask.cleared();
    int parts = config.threads.parts(mask.shape().size());
    if (parts == 1) {
      mask.drawn(sampler.sample(config.seed, step, firstSample, samples, dropped));
      return;
    }
    int together = sampler.samplesToWord();
    int groups = (samples + together - 1) / together;
    mask.drawn(
        config.threads.sum(
            parts,
            i -> {
              int from = (int) ((long) groups * i / parts) * together;
              int to = (int) ((long) groups * (i + 1) / parts) * together;
              int end = Math.min(to, samples);
              return sampler.sample(config.seed, step, firstSample, from, end, dropped);
            }));
  }

  /**
   * The probability of a seed at a site.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return gamma in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public double gamma(Shape shape) {
    return plan(shape).gamma();
  }

  /**
   * The expected kept fraction, in closed form: the mean over positions of {@code (1 - gamma)^n},
   * where n is the number of blocks that cover a position.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return a fraction in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public double expectedKeptFraction(Shape shape) {
    return geometry(shape).coverage().keptFraction(gamma(shape));
  }

  /**
   * The same configuration with another keepProb, for schedules.
   *
   * @param keepProb the probability to keep a position, in [0, 1]
   * @return a regularizer with the same seed and choices
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public DropBlock withKeepProb(double keepProb) {
    return new DropBlockBuilder(config).keepProb(keepProb).build();
  }

  /**
   * The probability to keep a position.
   *
   * @return keepProb in [0, 1]
   */
  public double keepProb() {
    return config.keepProb;
  }

  /**
   * The seed, to be saved where it was not chosen by the caller.
   *
   * @return the seed
   */
  public long seed() {
    return config.seed;
  }

  private Plan plan(Shape shape) {
    Check.notNull("shape", shape);
    Plan plan = lastPlan;
    if (plan == null || !plan.sample().sameSample(shape)) {
      plan = newPlan(shape);
      lastPlan = plan;
    }
    return plan;
  }

  private Plan newPlan(Shape sample) {
    BlockGeometry geometry = geometry(sample);
    double rule = config.gammaRule.gamma(config.keepProb, geometry);
    double gamma = Math.min(1, rule * config.gammaScale);
    MaskSampler sampler = MaskSampler.of(KernelSelector.kernels(), geometry, sample.c(), gamma);
    return new Plan(sample, gamma, sampler);
  }

  private BlockGeometry geometry(Shape shape) {
    BlockSize.Positions block = config.blockSize.on(shape);
    SeedRegion region = config.seedRegion;
    return new BlockGeometry(
        region.axis(shape.d(), block.depth()),
        region.axis(shape.h(), block.height()),
        region.axis(shape.w(), block.width()));
  }

  @Override
  public String toString() {
    return "DropBlock" + config;
  }

  /** What is known about one sample shape. */
  private record Plan(Shape sample, double gamma, MaskSampler sampler) {}
}
