package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No random number is used twice: not by two groups of channels, samples, steps or near seeds, not
 * even at another place. Tables of equal positions do not see streams that overlap with a shift.
 */
class DropBlockStreamsTest {
  private static final long[] SEEDS = {0, 1, 2, 1L << 32, -1};
  private static final long[] STEPS = {0, 1, 2, 1L << 32};

  private interface Reader {
    void read(float[] dropped);
  }

  /** Masks of three samples with eight groups of channels, under near seeds and steps. */
  private static void forEachMask(double keepProb, int side, Reader reader) {
    Shape shape = Shape.nchw(3, 512, side, side);
    for (long seed : SEEDS) {
      DropBlock dropBlock = DropBlock.builder().keepProb(keepProb).blockSize(1).seed(seed).build();
      for (long step : STEPS) {
        reader.read(MaskData.dropped(dropBlock.sample(shape, step)));
      }
    }
  }

  /**
   * Many seeds: planes of 64 fair coins, drawn together. Of 30 thousand such planes two are equal
   * with probability 3e-11.
   */
  @Test
  void noPlaneOfCoinsOccursTwice() {
    Set<Long> seen = new HashSet<>();
    forEachMask(
        .5,
        8,
        dropped -> {
          for (int plane = 0; plane < dropped.length; plane += 64) {
            long coins = 0;
            for (int i = 0; i < 64; i++) {
              coins |= (long) dropped[plane + i] << i;
            }
            assertTrue(seen.add(coins), "plane " + plane / 64);
          }
        });
  }

  /**
   * Few seeds: gaps of 100 positions on average. Two gaps are equal with probability .005, eight in
   * a row with 4e-19; among 20 thousand runs of eight that happens with probability 1e-10.
   */
  @Test
  void noRunOfGapsOccursTwice() {
    Set<List<Integer>> seen = new HashSet<>();
    forEachMask(
        .99,
        8,
        dropped -> {
          List<Integer> gaps = gaps(dropped);
          for (int i = 0; i + 8 <= gaps.size(); i++) {
            assertTrue(seen.add(gaps.subList(i, i + 8)), "gap " + i);
          }
        });
  }

  private static List<Integer> gaps(float[] dropped) {
    List<Integer> gaps = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < dropped.length; i++) {
      if (dropped[i] == 1) {
        gaps.add(i - last);
        last = i;
      }
    }
    return gaps;
  }
}
