package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.HoleLaw;
import io.github.dropblock.internal.mask.HolePlane;
import io.github.dropblock.internal.mask.HoleSampler;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * Holes of random number, size and place, for images, spectrograms and feature maps.
 *
 * <p>A sample has holes with some probability. Then the number of holes is uniform in a range, and
 * each hole has a random size ({@link HoleSize}) and a uniform place. Holes may overlap. The
 * inverse keeps the holes and drops the rest of such a sample. Known methods are cases with a name:
 * {@link #randomErasing}, {@link #coarse} (CoarseDropout), {@link #bars} (SpecAugment) and {@link
 * #ofBatch} (Batch DropBlock). {@link Cutout} is a case too.
 *
 * <p>Kept positions are not scaled ({@link Normalization#NONE}) unless another normalization is
 * chosen. Immutable and safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/1708.04896">Zhong, Zheng, Kang, Li and Yang, "Random erasing
 *     data augmentation", 2017</a>
 * @see <a href="https://arxiv.org/abs/1904.08779">Park et al., "SpecAugment", 2019</a>
 * @see <a href="https://arxiv.org/abs/1811.07130">Dai, Chen, Gu, Zhu and Tan, "Batch DropBlock
 *     network for person re-identification", 2018</a>
 * @since 0.1.0
 */
@SuppressWarnings("serial") // A proxy is written.
public final class Holes extends Regularizer {
  static final String TYPE = "Holes";

  private final Choices choices;

  /** Choices that only holes have. The builder checks each. */
  record Choices(
      double probability,
      int minHoles,
      int maxHoles,
      HoleSize size,
      SeedRegion seedRegion,
      MaskSharing sharing,
      boolean inverse) {}

  Holes(Choices choices, CommonChoices common) {
    this(choices, common, new SampleCache<>());
  }

  private Holes(Choices choices, CommonChoices common, SampleCache<MaskDrawing.Plan> plans) {
    super(common, plans);
    this.choices = choices;
  }

  /**
   * Begins a configuration. Without further choices, each sample has one hole with the sizes of
   * {@link #randomErasing(double, long)}, through all channels.
   *
   * @return a new builder
   */
  public static HolesBuilder builder() {
    return new HolesBuilder();
  }

  /**
   * Creates Random Erasing with the paper's sizes: an area from 0.02 to 0.33 of the map, and a
   * height / width from 0.3 to 3.3.
   *
   * @param probability the probability that a sample has its hole, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code probability} is out of range
   */
  public static Holes randomErasing(double probability, long seed) {
    return builder().probability(probability).seed(seed).build();
  }

  /**
   * Creates Random Erasing: one hole inside the map, through all channels.
   *
   * @param probability the probability that a sample has its hole, in [0, 1]
   * @param minArea the least area of a hole / area of the map, in (0, 1]
   * @param maxArea the largest area of a hole / area of the map, in [minArea, 1]
   * @param minAspect the least height / width, in [1e-6, 1e6]
   * @param maxAspect the largest height / width, in [minAspect, 1e6]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if a number is out of range
   */
  public static Holes randomErasing(
      double probability,
      double minArea,
      double maxArea,
      double minAspect,
      double maxAspect,
      long seed) {
    HoleSize size = HoleSize.area(minArea, maxArea, minAspect, maxAspect);
    return builder().probability(probability).size(size).seed(seed).build();
  }

  /**
   * Creates CoarseDropout: a random number of holes inside the map, through all channels.
   *
   * @param minHoles the least number of holes, at least 0
   * @param maxHoles the largest number of holes, at least {@code minHoles}
   * @param min the least length of a hole along each axis
   * @param max the largest length of a hole along each axis
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException as {@link HolesBuilder#holes(int, int)} and {@link
   *     HoleSize#between} throw it
   */
  public static Holes coarse(int minHoles, int maxHoles, BlockSize min, BlockSize max, long seed) {
    HoleSize size = HoleSize.between(min, max);
    return builder().holes(minHoles, maxHoles).size(size).seed(seed).build();
  }

  /**
   * Creates bars of SpecAugment: holes that extend over the whole map along all axes but one, and
   * through all channels.
   *
   * @param axis the axis along which the length of a bar is drawn
   * @param holes the number of bars, at least 0
   * @param minLength the least length in positions, at least 0
   * @param maxLength the largest length in positions, at least {@code minLength}; cut to the map
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code axis} is null, or a number is out of range
   */
  public static Holes bars(MapAxis axis, int holes, int minLength, int maxLength, long seed) {
    HoleSize size = HoleSize.bar(axis, minLength, maxLength);
    return builder().holes(holes).size(size).seed(seed).build();
  }

  /**
   * Creates Batch DropBlock: one hole inside the map at the same place in all planes of a batch.
   *
   * @param size the size of the hole; cut to the map
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code size} is null
   */
  public static Holes ofBatch(BlockSize size, long seed) {
    return builder().size(HoleSize.of(size)).sharing(MaskSharing.ALL).seed(seed).build();
  }

  /** {@return the probability that a sample has holes, in [0, 1]} */
  public double probability() {
    return choices.probability();
  }

  /** {@return the least number of holes, at least 0} */
  public int minHoles() {
    return choices.minHoles();
  }

  /** {@return the largest number of holes} */
  public int maxHoles() {
    return choices.maxHoles();
  }

  /** {@return the size of a hole} */
  public HoleSize size() {
    return choices.size();
  }

  /** {@return where holes may lie} */
  public SeedRegion seedRegion() {
    return choices.seedRegion();
  }

  /** {@return which planes share a mask} */
  public MaskSharing sharing() {
    return choices.sharing();
  }

  /** {@return whether samples with holes keep the holes and drop the rest} */
  public boolean inverse() {
    return choices.inverse();
  }

  /**
   * Returns a builder that begins with this configuration.
   *
   * @return a new builder
   */
  public HolesBuilder toBuilder() {
    return new HolesBuilder(choices, common);
  }

  /**
   * Returns the expected kept fraction in closed form: {@code p * k + 1 - p}, where p is the
   * probability of holes. k is the mean over positions and over the numbers n of holes of {@code (1
   * - q)^n}, where q is the probability that one hole covers the position. The inverse has 1 - k
   * instead of k. The work grows with the extent of each axis times the number of lengths of a hole
   * along it.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return a fraction in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  @Override
  public double expectedKeptFraction(Shape shape) {
    return law(Check.notNull("shape", shape)).keptFraction();
  }

  @Override
  public Holes withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public Holes withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public Holes withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public Holes withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private Holes with(CommonChoices changed) {
    return new Holes(choices, changed, plans);
  }

  @Override
  String type() {
    return TYPE;
  }

  @Override
  Granularity granularity() {
    return choices.sharing().granularity();
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    return new HoleSampler(kernels, law(sample), granularity().planes(sample.c()));
  }

  private HoleLaw law(Shape shape) {
    HoleSize size = choices.size();
    HolePlane plane = size.plane(choices.seedRegion(), shape);
    return new HoleLaw(
        plane,
        size.on(plane, shape),
        choices.minHoles(),
        choices.maxHoles(),
        choices.probability(),
        choices.inverse());
  }

  static Holes read(MapReader in) {
    HolesBuilder choices =
        new HolesBuilder()
            .probability(in.real("probability"))
            .holes(in.integer("minHoles"), in.integer("maxHoles"))
            .size(HoleSize.read(in.map("size")))
            .seedRegion(in.constant("seedRegion", SeedRegion.class))
            .sharing(in.constant("sharing", MaskSharing.class))
            .inverse(in.flag("inverse"));
    return new Holes(choices.choices(), CommonChoices.read(in));
  }

  @Override
  void writeTo(Map<String, Object> map) {
    map.put("probability", choices.probability());
    map.put("minHoles", (long) choices.minHoles());
    map.put("maxHoles", (long) choices.maxHoles());
    map.put("size", choices.size());
    map.put("seedRegion", choices.seedRegion());
    map.put("sharing", choices.sharing());
    map.put("inverse", choices.inverse());
  }
}
