package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OracleCutout;
import io.github.dropblock.oracle.Patterns;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.oracle.SmallShapes;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cutout against its definition. False-alarm rate: 1e-4 for each comparison. */
class CutoutTest {
  private static OracleCutout oracle(Shape shape, int size) {
    return new OracleCutout(shape, size, size, size);
  }

  /** The one plane of each sample. */
  private static List<float[]> planes(DropMask mask) {
    List<float[]> all = MaskData.planes(mask);
    List<float[]> first = new ArrayList<>();
    for (int i = 0; i < all.size(); i += mask.shape().c()) {
      first.add(all.get(i));
    }
    return first;
  }

  @Property(tries = 200)
  @Domain(SmallShapes.class)
  @Domain(DomainContext.Global.class)
  void allChannelsHaveTheHolesOfTheirSample(
      @ForAll Shape shape, @ForAll @IntRange(min = 1, max = 9) int size, @ForAll long seed) {
    List<float[]> planes = MaskData.planes(Cutout.of(2, size, seed).sample(shape, 1, 2));
    for (int i = 0; i < planes.size(); i++) {
      assertArrayEquals(planes.get(i / shape.c() * shape.c()), planes.get(i));
    }
  }

  /** One hole is the oracle's at one of all centers. */
  @Property(tries = 200)
  @Domain(SmallShapes.class)
  @Domain(DomainContext.Global.class)
  void aHoleIsCutAtTheEdges(
      @ForAll Shape shape, @ForAll @IntRange(min = 1, max = 80) int size, @ForAll long seed) {
    OracleCutout oracle = oracle(shape, size);
    for (float[] plane : planes(Cutout.of(1, size, seed).sample(shape, 0))) {
      boolean found = false;
      for (int center = 0; center < oracle.positions() && !found; center++) {
        found = Arrays.equals(oracle.dropped(center), plane);
      }
      assertTrue(found, () -> shape + ", " + size + ": " + Arrays.toString(plane));
    }
  }

  @Property(tries = 300)
  @Domain(SmallShapes.class)
  @Domain(DomainContext.Global.class)
  void theExpectedKeptFractionIsTheMeanOverPositions(
      @ForAll Shape shape,
      @ForAll @IntRange(max = 100) int holes,
      @ForAll @IntRange(min = 1, max = 80) int size) {
    double expected = oracle(shape, size).keptFraction(holes);
    assertEquals(expected, Cutout.of(holes, size, 1).expectedKeptFraction(shape), 1e-12);
  }

  /** Pencil and paper: 3 x 3 holes on 4 x 4 cover (2 + 3 + 3 + 2)^2 pairs of the 16 x 16. */
  @Test
  void oneHoleKeepsAKnownShare() {
    double kept = Cutout.of(1, 3, 1).expectedKeptFraction(Shape.nchw(1, 1, 4, 4));
    assertEquals(1 - 100.0 / 256, kept, 1e-15);
    double ofTwo = Cutout.of(2, 1, 1).expectedKeptFraction(Shape.nchw(1, 1, 4, 4));
    assertEquals(225.0 / 256, ofTwo, 1e-15);
  }

  /** The whole law: each choice of centers is as likely as the others. */
  @ParameterizedTest
  @CsvSource({"1,9,1,3", "3,3,1,2", "3,3,2,2", "3,4,2,3", "1,8,3,3", "2,2,3,1", "1,7,1,4"})
  void eachPatternIsAsFrequentAsItsCenters(int h, int w, int holes, int size) {
    Shape shape = Shape.nchw(40_000, 1, h, w);
    OracleCutout oracle = oracle(shape, size);
    double[] law = new double[1 << (h * w)];
    int choices = (int) Math.pow(h * w, holes);
    for (int choice = 0; choice < choices; choice++) {
      int[] centers = new int[holes];
      for (int hole = 0, rest = choice; hole < holes; hole++, rest /= h * w) {
        centers[hole] = rest % (h * w);
      }
      law[Patterns.of(oracle.dropped(centers))] += 1.0 / choices;
    }
    Significance.assertCells(law, Patterns.counts(Cutout.of(holes, size, 71).sample(shape, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "1,14,14,1,7",
    "1,14,14,3,4",
    "1,7,9,2,3",
    "1,1,50,2,9",
    "4,5,6,2,3",
    "1,5,5,1,9",
    "1,9,9,70,1"
  })
  void eachPositionIsCutAsOftenAsTheClosedFormSays(int d, int h, int w, int holes, int size) {
    Shape shape = Shape.ncdhw(20_000, 1, d, h, w);
    int[] drops = MaskData.dropsOfEachPosition(Cutout.of(holes, size, 72).sample(shape, 0));
    Significance.assertBinomials(
        oracle(shape, size).dropProbabilities(holes), drops, shape.planes());
  }

  /** How many positions two holes cut out: each pair of centers is as likely as the others. */
  @ParameterizedTest
  @CsvSource({"8,8,5", "9,7,4", "1,40,7", "6,3,4"})
  void twoHolesCutAsMuchAsTheirCentersSay(int h, int w, int size) {
    Shape shape = Shape.nchw(20_000, 1, h, w);
    OracleCutout oracle = oracle(shape, size);
    int positions = oracle.positions();
    double[] law = new double[positions + 1];
    for (int first = 0; first < positions; first++) {
      for (int second = 0; second < positions; second++) {
        double cut = MaskData.sum(oracle.dropped(first, second));
        law[(int) cut] += 1.0 / positions / positions;
      }
    }
    long[] counts = new long[law.length];
    for (float[] plane : planes(Cutout.of(2, size, 73).sample(shape, 0))) {
      counts[(int) MaskData.sum(plane)]++;
    }
    Significance.assertCells(law, counts);
  }

  @Test
  void theNumberOfHolesIsTold() {
    assertEquals(3, Cutout.of(3, 2, 1).holes());
  }

  @Test
  void formsOtherThanSquares() {
    Shape shape = Shape.nchw(20_000, 1, 6, 9);
    Cutout wide = Cutout.of(2, BlockSize.of(2, 5), 75);
    OracleCutout oracle = new OracleCutout(shape, 1, 2, 5);
    int[] drops = MaskData.dropsOfEachPosition(wide.sample(shape, 0));
    Significance.assertBinomials(oracle.dropProbabilities(2), drops, shape.planes());
    Cutout third = Cutout.of(2, BlockSize.ratio(1 / 3.0), 75);
    assertEquals(
        Cutout.of(2, BlockSize.of(2, 3), 75).sample(shape, 0).toTensor(),
        third.sample(shape, 0).toTensor());
  }
}
