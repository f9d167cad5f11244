package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.random.ThreefrySpecification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The randomness contract of grids: which positions of a plane are dropped. Slow, plain, and meant
 * to be ported.
 *
 * @param extents positions along D, H and W
 * @param minPeriod the smallest period
 * @param maxPeriod the largest period
 * @param holeRatio side of a hole / period
 * @param probability probability of a grid
 * @param inverse whether the holes are kept
 */
public record GridSpecification(
    List<Integer> extents,
    int minPeriod,
    int maxPeriod,
    double holeRatio,
    double probability,
    boolean inverse) {
  private static final int UNIT = 64;
  private static final int WORDS = 6;

  /** What is dropped of a plane, in row-major order. */
  public boolean[] plane(long seed, long step, long sample, int channel) {
    long[] words = new long[WORDS];
    for (int i = 0; i < WORDS; i++) {
      int word = channel % UNIT * WORDS + i;
      long unit = channel / UNIT;
      words[i] = ThreefrySpecification.block(seed, step, sample, (unit << 32) + word / 2)[word % 2];
    }
    boolean[] dropped = new boolean[extents.get(0) * extents.get(1) * extents.get(2)];
    BigDecimal uniform = new BigDecimal(words[0] >>> 11).divide(new BigDecimal(1L << 53));
    if (uniform.compareTo(new BigDecimal(probability)) >= 0) {
      return dropped;
    }
    int period = minPeriod + CellSpecification.below(words[1], maxPeriod - minPeriod + 1);
    int[] offsets = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      offsets[axis] = CellSpecification.below(words[2 + axis], period);
    }
    for (int i = 0; i < dropped.length; i++) {
      int[] position = {
        i / (extents.get(1) * extents.get(2)),
        i / extents.get(2) % extents.get(1),
        i % extents.get(2)
      };
      dropped[i] = inHole(position, offsets, period) != inverse;
    }
    return dropped;
  }

  private boolean inHole(int[] position, int[] offsets, int period) {
    int side = new BigDecimal(holeRatio * period).setScale(0, RoundingMode.HALF_UP).intValueExact();
    boolean one = extents.get(0) * extents.get(1) * extents.get(2) == 1;
    boolean in = true;
    for (int axis = 0; axis < 3; axis++) {
      if (extents.get(axis) > 1 || (one && axis == 2)) {
        in &= (position[axis] + offsets[axis]) % period < side;
      }
    }
    return in;
  }
}
