package io.github.dropblock.reliability.soak.law;

import io.github.dropblock.SeedRegion;
import io.github.dropblock.oracle.OracleAxis;
import io.github.dropblock.oracle.OracleRegion;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The exact distribution of one stored plane, as far as single positions and pairs of them go.
 *
 * <p>The geometry is that of the tests' oracle. A position is kept if none of the blocks that cover
 * it is drawn. With {@code clear(n)}, the probability that none of n given blocks is drawn,
 * position i is kept with probability {@code clear(n_i)}, and i and j both are with {@code
 * clear(n_i + n_j - n_ij)}.
 */
public final class MapLaw {
  /** What a sum over all pairs may be off by, where nothing varies. */
  private static final double ROUNDING = 1e-9;

  private final List<OracleAxis> axes;
  private final IntToDoubleFunction clear;
  private final int holes;

  private MapLaw(List<OracleAxis> axes, IntToDoubleFunction clear, int holes) {
    this.axes = axes;
    this.clear = clear;
    this.holes = holes;
  }

  /** Blocks from independent seeds of probability gamma: {@code clear(n) = (1 - gamma)^n}. */
  public static MapLaw blocks(Shape map, int block, SeedRegion region, double gamma) {
    return new MapLaw(axes(map, block, region), n -> Math.pow(1 - gamma, n), 0);
  }

  /** Independent positions, each dropped with probability p. */
  public static MapLaw coins(int positions, double p) {
    return blocks(Shape.ncw(1, 1, positions), 1, SeedRegion.VALID, p);
  }

  /**
   * A number of holes with independent centers, which need not differ: {@code clear(n) = (1 - n /
   * positions)^holes}.
   */
  public static MapLaw holes(Shape map, int size, int holes) {
    double positions = map.planeSize();
    return new MapLaw(
        axes(map, size, SeedRegion.WHOLE), n -> Math.pow(1 - n / positions, holes), holes);
  }

  private static List<OracleAxis> axes(Shape map, int block, SeedRegion region) {
    return IntStream.of(map.d(), map.h(), map.w())
        .mapToObj(extent -> new OracleAxis(OracleRegion.of(region), extent, block))
        .toList();
  }

  /** Positions of the plane. */
  public int positions() {
    return product(axes.stream().mapToInt(OracleAxis::extent).toArray());
  }

  /** Random decisions of the plane: its seed sites, or its holes. */
  public int sites() {
    return holes > 0 ? holes : product(axes.stream().mapToInt(OracleAxis::sites).toArray());
  }

  /** Whether each position is dropped by itself, so that seeds can be seen. */
  public boolean singlePositions() {
    return holes == 0 && blockVolume() == 1;
  }

  private int blockVolume() {
    return product(axes.stream().mapToInt(OracleAxis::block).toArray());
  }

  /** The probability that a position is dropped. */
  public double dropRate(int position) {
    return 1 - clear.applyAsDouble(covering(position));
  }

  private int covering(int position) {
    return coveringBoth(coordinates(position), coordinates(position));
  }

  private int coveringBoth(int[] a, int[] b) {
    int product = 1;
    for (int axis = 0; axis < a.length; axis++) {
      product *= axes.get(axis).coveringBoth(a[axis], b[axis]);
    }
    return product;
  }

  /** The variance of the number of dropped positions, summed over all pairs. */
  public double variance() {
    int positions = positions();
    if (singlePositions()) {
      return positions * dropRate(0) * (1 - dropRate(0));
    }
    int[][] at = new int[positions][];
    Arrays.setAll(at, this::coordinates);
    double[] kept = new double[positions];
    Arrays.setAll(kept, i -> 1 - dropRate(i));
    double sum = 0;
    for (int i = 0; i < positions; i++) {
      for (int j = 0; j < positions; j++) {
        int either = coveringBoth(at[i], at[i]) + coveringBoth(at[j], at[j]);
        sum += clear.applyAsDouble(either - coveringBoth(at[i], at[j])) - kept[i] * kept[j];
      }
    }
    return sum < ROUNDING ? 0 : sum;
  }

  /**
   * Splits the plane into sets of positions that no block joins, which are independent: lattices of
   * the block's size. Holes are of a fixed number, so that their positions never are.
   */
  public List<BitSet> independentSets() {
    Map<Integer, BitSet> sets = new TreeMap<>();
    for (int i = 0; i < positions(); i++) {
      int set = holes == 0 ? lattice(i) : i;
      sets.computeIfAbsent(set, key -> new BitSet()).set(i);
    }
    return List.copyOf(sets.values());
  }

  private int lattice(int position) {
    int[] at = coordinates(position);
    int set = 0;
    for (int axis = 0; axis < at.length; axis++) {
      int block = axes.get(axis).block();
      set = set * block + at[axis] % block;
    }
    return set;
  }

  /** The positions that are independent of the center and dropped as often, and the center. */
  public BitSet likeCenter() {
    int center = 0;
    for (OracleAxis axis : axes) {
      center = center * axis.extent() + axis.extent() / 2;
    }
    int middle = center;
    BitSet like =
        independentSets().stream().filter(set -> set.get(middle)).findFirst().orElseThrow();
    int covering = covering(middle);
    BitSet same = new BitSet();
    like.stream().filter(i -> covering(i) == covering).forEach(same::set);
    return same;
  }

  private int[] coordinates(int position) {
    int width = axes.get(2).extent();
    int height = axes.get(1).extent();
    return new int[] {position / width / height, position / width % height, position % width};
  }

  private static int product(int... factors) {
    return Arrays.stream(factors).reduce(1, Math::multiplyExact);
  }
}
