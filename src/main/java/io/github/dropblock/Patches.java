package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.CellGrid;
import io.github.dropblock.internal.mask.CellSampler;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * Patches: divides each map into cells of a grid, and drops whole cells. It is meant for input
 * images.
 *
 * <p>Sources: Singh and Lee, "Hide-and-Seek", ICCV 2017, where each cell is kept with probability
 * keepProb, independently of the others ({@link #of}), and He et al., "Masked autoencoders are
 * scalable vision learners", CVPR 2022, where a fixed share of the cells is kept ({@link
 * #exactly}). The first cell begins at the first position. The last cells of an axis are cut where
 * the map ends. All channels of a sample share a mask ({@link MaskSharing#CHANNELS}), and kept
 * positions are not scaled ({@link Normalization#NONE}), unless chosen otherwise.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/1704.04232">Singh and Lee, "Hide-and-Seek: Forcing a network
 *     to be meticulous for weakly-supervised object and action localization", ICCV 2017</a>
 * @see <a href="https://arxiv.org/abs/2111.06377">He et al., "Masked autoencoders are scalable
 *     vision learners", CVPR 2022</a>
 * @since 0.1.0
 */
public final class Patches extends KeepProbRegularizer {
  static final String TYPE = "Patches";

  private final BlockSize cell;
  private final boolean exact;
  private final MaskSharing sharing;

  private Patches(
      BlockSize cell,
      boolean exact,
      double keepProb,
      MaskSharing sharing,
      CommonChoices common,
      SampleCache<MaskDrawing.Plan> plans) {
    super(keepProb, common, plans);
    this.cell = Check.notNull("cell", cell);
    this.exact = exact;
    this.sharing = Check.notNull("sharing", sharing);
  }

  private static Patches of(BlockSize cell, boolean exact, double keepProb, long seed) {
    CommonChoices common = new CommonChoices(seed, Normalization.NONE);
    return new Patches(cell, exact, keepProb, MaskSharing.CHANNELS, common, new SampleCache<>());
  }

  /**
   * Creates a regularizer that keeps each square cell independently.
   *
   * @param cell side of a cell in positions, at least 1; cut to the map
   * @param keepProb the probability to keep a cell, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Patches of(int cell, double keepProb, long seed) {
    return of(square(cell), keepProb, seed);
  }

  /**
   * Creates a regularizer that keeps each cell independently.
   *
   * @param cell size of a cell; cut to the map
   * @param keepProb the probability to keep a cell, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public static Patches of(BlockSize cell, double keepProb, long seed) {
    return of(cell, false, keepProb, seed);
  }

  /**
   * Creates a regularizer that keeps a fixed number of square cells per mask: see {@link
   * #exactly(BlockSize, double, long)}.
   *
   * @param cell side of a cell in positions, at least 1; cut to the map
   * @param keepProb the share of the cells to keep, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Patches exactly(int cell, double keepProb, long seed) {
    return exactly(square(cell), keepProb, seed);
  }

  /**
   * Creates a regularizer that keeps a fixed number of cells per mask: keepProb times the number of
   * cells, rounded to the nearest number. Each subset of that size is as likely as the others. For
   * k of n cells, keepProb is {@code (double) k / n}.
   *
   * @param cell size of a cell; cut to the map
   * @param keepProb the share of the cells to keep, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public static Patches exactly(BlockSize cell, double keepProb, long seed) {
    return of(cell, true, keepProb, seed);
  }

  private static BlockSize square(int cell) {
    return BlockSize.square(Check.atLeast("cell", cell, 1));
  }

  /** {@return the size of a cell, before it is cut to a map} */
  public BlockSize cell() {
    return cell;
  }

  /** {@return whether each mask keeps the same number of cells, or cells are independent} */
  public boolean exact() {
    return exact;
  }

  /** {@return the choice of the planes that share a mask} */
  public MaskSharing sharing() {
    return sharing;
  }

  /**
   * Returns the number of cells of a plane. Cells that are cut count as others.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return a number of cells, at least 1
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public int cells(Shape shape) {
    return grid(Check.notNull("shape", shape)).cells();
  }

  /**
   * Returns the expected kept fraction: keepProb, or kept cells / cells if their number is fixed.
   * Cells that are cut do not change it.
   *
   * @param shape the shape of the tensor; N and C do not matter
   * @return a fraction in [0, 1]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  @Override
  public double expectedKeptFraction(Shape shape) {
    CellGrid grid = grid(Check.notNull("shape", shape));
    return exact ? (double) grid.keptCells(keepProb()) / grid.cells() : keepProb();
  }

  @Override
  public Patches withKeepProb(double keepProb) {
    return new Patches(cell, exact, keepProb, sharing, common, new SampleCache<>());
  }

  /**
   * Returns the same configuration with another choice of the planes that share a mask.
   *
   * @param sharing the choice
   * @return a regularizer with the same seed and other choices
   * @throws IllegalArgumentException if {@code sharing} is null
   */
  public Patches withSharing(MaskSharing sharing) {
    return new Patches(cell, exact, keepProb(), sharing, common, new SampleCache<>());
  }

  @Override
  public Patches withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public Patches withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public Patches withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public Patches withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private Patches with(CommonChoices choices) {
    return new Patches(cell, exact, keepProb(), sharing, choices, plans);
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
    CellGrid grid = grid(sample);
    return exact
        ? CellSampler.exact(kernels, grid, planes, keepProb())
        : CellSampler.independent(kernels, grid, planes, keepProb());
  }

  private CellGrid grid(Shape shape) {
    return new CellGrid(
        shape.d(),
        shape.h(),
        shape.w(),
        cell.depthOn(shape),
        cell.heightOn(shape),
        cell.widthOn(shape));
  }

  static Patches read(MapReader in) {
    return new Patches(
        BlockSize.read(in.map("cell")),
        in.flag("exact"),
        in.real("keepProb"),
        in.constant("sharing", MaskSharing.class),
        CommonChoices.read(in),
        new SampleCache<>());
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    super.writeTo(choices);
    choices.put("cell", cell);
    choices.put("exact", exact);
    choices.put("sharing", sharing);
  }
}
