package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.random.ThreefrySpecification;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The randomness contract of cells: which positions of a plane are dropped. Slow, plain, and meant
 * to be ported.
 *
 * @param extents positions along D, H and W
 * @param cell length of a cell along D, H and W, at most the extents
 * @param channels planes of a sample that are drawn
 * @param exact whether a plane keeps a fixed number of cells
 */
public record CellSpecification(
    List<Integer> extents, List<Integer> cell, int channels, double keepProb, boolean exact) {
  private static final int UNIT = 64;

  /** What is dropped of a plane, in row-major order. */
  public boolean[] plane(long seed, long step, long sample, int channel) {
    boolean[] cells =
        exact ? exact(seed, step, sample, channel) : independent(seed, step, sample, channel);
    boolean[] dropped = new boolean[extents.get(0) * extents.get(1) * extents.get(2)];
    for (int i = 0; i < dropped.length; i++) {
      int z = i / (extents.get(1) * extents.get(2)) / cell.get(0);
      int y = i / extents.get(2) % extents.get(1) / cell.get(1);
      int x = i % extents.get(2) / cell.get(2);
      dropped[i] = cells[(z * number(1) + y) * number(2) + x];
    }
    return dropped;
  }

  /** Cells along an axis; the last one may be cut. */
  private int number(int axis) {
    return (extents.get(axis) + cell.get(axis) - 1) / cell.get(axis);
  }

  private int cells() {
    return number(0) * number(1) * number(2);
  }

  /** The cells are bits without blocks. */
  private boolean[] independent(long seed, long step, long sample, int channel) {
    boolean[] all =
        MaskSpecification.ofBits(channels, cells(), 1 - keepProb).dropped(seed, step, sample, 1);
    boolean[] plane = new boolean[cells()];
    System.arraycopy(all, channel * cells(), plane, 0, cells());
    return plane;
  }

  /** The smaller part is a set of cells that grows by one with each word. */
  private boolean[] exact(long seed, long step, long sample, int channel) {
    int kept = new BigDecimal(keepProb * cells()).setScale(0, RoundingMode.HALF_UP).intValueExact();
    int part = Math.min(kept, cells() - kept);
    Set<Integer> chosen = new HashSet<>();
    for (int i = 0; i < part; i++) {
      int word = channel % UNIT * part + i;
      long unit = channel / UNIT;
      long drawn =
          ThreefrySpecification.block(seed, step, sample, (unit << 32) + word / 2)[word % 2];
      int last = cells() - part + i;
      if (!chosen.add(below(drawn, last + 1))) {
        chosen.add(last);
      }
    }
    boolean[] dropped = new boolean[cells()];
    for (int c = 0; c < dropped.length; c++) {
      dropped[c] = chosen.contains(c) == (cells() - kept <= kept);
    }
    return dropped;
  }

  static int below(long word, int bound) {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
    return unsigned.multiply(BigInteger.valueOf(bound)).shiftRight(64).intValueExact();
  }
}
