package io.github.dropblock.reliability.soak.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed forms against sums over every outcome. */
class MapLawTest {
  private static final double GAMMA = .3;

  /** The dropped positions of each outcome on a map of one row, and its probability. */
  private record Outcome(BitSet dropped, double probability) {}

  private static List<Outcome> outcomes(int width, int block, SeedRegion region) {
    int first = region == SeedRegion.EXTENDED ? 1 - block : 0;
    int last = region == SeedRegion.VALID ? width - block : width - 1;
    if (region == SeedRegion.WHOLE) {
      first -= (block - 1) / 2;
      last -= (block - 1) / 2;
    }
    int starts = last - first + 1;
    List<Outcome> outcomes = new ArrayList<>();
    for (int seeds = 0; seeds < 1 << starts; seeds++) {
      BitSet dropped = new BitSet();
      for (int i = 0; i < starts; i++) {
        if ((seeds >> i & 1) != 0) {
          dropped.set(Math.max(0, first + i), Math.min(width, first + i + block));
        }
      }
      int count = Integer.bitCount(seeds);
      outcomes.add(
          new Outcome(dropped, Math.pow(GAMMA, count) * Math.pow(1 - GAMMA, starts - count)));
    }
    return outcomes;
  }

  @ParameterizedTest
  @CsvSource({"6,1", "6,2", "6,3", "5,4", "5,5"})
  void ratesAndVarianceOfARow(int width, int block) {
    for (SeedRegion region : SeedRegion.values()) {
      MapLaw law = MapLaw.blocks(Shape.ncw(1, 1, width), block, region, GAMMA);
      assertLaw(outcomes(width, block, region), law);
    }
  }

  private static void assertLaw(List<Outcome> outcomes, MapLaw law) {
    double mean = 0;
    double squares = 0;
    double[] rates = new double[law.positions()];
    for (Outcome o : outcomes) {
      int count = o.dropped.cardinality();
      mean += o.probability * count;
      squares += o.probability * count * count;
      o.dropped.stream().forEach(i -> rates[i] += o.probability);
    }
    assertEquals(squares - mean * mean, law.variance(), 1e-12);
    for (int i = 0; i < rates.length; i++) {
      assertEquals(rates[i], law.dropRate(i), 1e-12);
    }
  }

  @Test
  void ratesAndVarianceOfHoles() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int a = 0; a < 6; a++) {
      for (int b = 0; b < 6; b++) {
        BitSet dropped = new BitSet();
        for (int center : new int[] {a, b}) {
          dropped.set(Math.max(0, center - 1), Math.min(6, center + 2));
        }
        outcomes.add(new Outcome(dropped, 1.0 / 36));
      }
    }
    assertLaw(outcomes, MapLaw.holes(Shape.ncw(1, 1, 6), 3, 2));
  }

  @Test
  void oneHoleOfOnePositionHasNoVariance() {
    assertEquals(0, MapLaw.holes(Shape.nchw(1, 1, 7, 7), 1, 1).variance());
  }

  /** Blocks are products: the rate of a corner and of the middle, by hand. */
  @Test
  void axesMultiply() {
    MapLaw law = MapLaw.blocks(Shape.ncdhw(1, 1, 4, 5, 6), 2, SeedRegion.VALID, GAMMA);
    assertEquals(3 * 4 * 5, law.sites());
    assertEquals(1 - .7, law.dropRate(0), 1e-12);
    assertEquals(1 - Math.pow(.7, 8), law.dropRate((2 * 5 + 2) * 6 + 2), 1e-12);
  }

  /** Each position is in one set, and two of a set share no block. */
  @Test
  void independentSetsPartThePlane() {
    MapLaw law = MapLaw.blocks(Shape.nchw(1, 1, 7, 5), 3, SeedRegion.EXTENDED, GAMMA);
    BitSet all = new BitSet();
    for (BitSet set : law.independentSets()) {
      assertEquals(false, all.intersects(set));
      all.or(set);
      int[] positions = set.stream().toArray();
      for (int i : positions) {
        for (int j : positions) {
          boolean apart = Math.abs(i / 5 - j / 5) >= 3 || Math.abs(i % 5 - j % 5) >= 3;
          assertEquals(i != j, apart);
        }
      }
    }
    assertEquals(35, all.cardinality());
    assertEquals(9, law.independentSets().size());
  }

  @Test
  void likeCenter() {
    Shape map = Shape.ncw(1, 1, 9);
    // Of the lattice 1, 4, 7: with VALID, 2 blocks cover position 1, and 3 blocks the others.
    assertEquals(
        "{1, 4, 7}", MapLaw.blocks(map, 3, SeedRegion.EXTENDED, .1).likeCenter().toString());
    assertEquals("{4}", MapLaw.blocks(map, 3, SeedRegion.VALID, .1).likeCenter().toString());
    assertEquals(9, MapLaw.blocks(map, 1, SeedRegion.VALID, .1).likeCenter().cardinality());
    assertEquals("{4}", MapLaw.holes(map, 1, 2).likeCenter().toString());
  }
}
