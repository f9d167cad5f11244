package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.Patterns;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * DropBlock between its two ends: with blocks of one position it is dropout, with blocks of the
 * map's size SpatialDropout. What is compared is the joint law, the probability of every pattern.
 * False-alarm rate: 1e-4 for each comparison.
 */
class RegularizerEquivalenceTest {
  private static final Shape TINY = Shape.nchw(600, 66, 2, 4);

  private static DropBlock dropBlock(
      int block, double keepProb, SeedRegion region, GammaRule rule) {
    return MaskCase.of(TINY, block, keepProb, rule, 91).in(region).dropBlock();
  }

  @ParameterizedTest
  @ValueSource(doubles = {.5, .9, .995})
  void blocksOfOnePositionAreDropout(double keepProb) {
    double[] law = Patterns.independent(8, 1 - keepProb);
    long[] dropout = Patterns.counts(Dropout.of(keepProb, 92).sample(TINY, 0));
    Significance.assertCells(law, dropout);
    for (SeedRegion region : SeedRegion.values()) {
      for (GammaRule rule : GammaRule.values()) {
        DropBlock points = dropBlock(1, keepProb, region, rule);
        assertEquals(1 - keepProb, points.gamma(TINY), 1e-15);
        assertEquals(keepProb, points.expectedKeptFraction(TINY), 1e-15);
        long[] dropBlock = Patterns.counts(points.sample(TINY, 0));
        Significance.assertCells(law, dropBlock);
        assertSameLaw(dropout, dropBlock);
      }
    }
  }

  /** The map's only site: a block of its size, or longer, in the region where it fits. */
  @ParameterizedTest
  @CsvSource({"4,.5", "4,.9", "4,.995", "70,.7"})
  void blocksOfTheMapsSizeAreSpatialDropout(int block, double keepProb) {
    double[] law = Patterns.together(8, 1 - keepProb);
    long[] spatial = Patterns.counts(SpatialDropout.of(keepProb, 93).sample(TINY, 0));
    Significance.assertCells(law, spatial);
    for (GammaRule rule : GammaRule.values()) {
      DropBlock planes = dropBlock(block, keepProb, SeedRegion.VALID, rule);
      assertEquals(1 - keepProb, planes.gamma(TINY), 1e-15);
      long[] dropBlock = Patterns.counts(planes.sample(TINY, 0));
      Significance.assertCells(law, dropBlock);
      assertSameLaw(spatial, dropBlock);
    }
  }

  /** Two samples of one law (chi-square); patterns that are rare in both are left out. */
  private static void assertSameLaw(long[] a, long[] b) {
    List<Integer> frequent =
        IntStream.range(0, a.length).filter(i -> a[i] + b[i] > 20).boxed().toList();
    long[][] table = new long[2][frequent.size()];
    for (int i = 0; i < frequent.size(); i++) {
      table[0][i] = a[frequent.get(i)];
      table[1][i] = b[frequent.get(i)];
    }
    double p = ChiSquareTest.withDefaults().test(table).getPValue();
    assertTrue(p >= Significance.ALPHA, () -> "p = " + p);
  }

  /** More than equal laws: blocks of one position draw the bits of dropout of the same seed. */
  @ParameterizedTest
  @ValueSource(doubles = {0, .5, .9, .995, 1})
  void blocksOfOnePositionAreTheDropoutOfTheirSeed(double keepProb) {
    DropBlockBuilder points = DropBlock.builder().keepProb(keepProb).blockSize(1).seed(94);
    Dropout dropout = Dropout.of(keepProb, 94);
    for (Shape shape :
        List.of(
            Shape.nc(3, 65),
            Shape.ncw(3, 65, 40),
            Shape.nchw(3, 65, 7, 9),
            Shape.ncdhw(2, 65, 3, 4, 5))) {
      for (MaskSharing sharing : MaskSharing.values()) {
        assertEquals(
            points.sharing(sharing).build().sample(shape, 5, 6).toTensor(),
            dropout.withSharing(sharing).sample(shape, 5, 6).toTensor());
      }
    }
  }

  /** Planes that are dropped together over the channels are samples, or the batch. */
  @ParameterizedTest
  @ValueSource(doubles = {0, .5, .995, 1})
  void planesThatChannelsShareAreTheDropPathOfTheirSeed(double keepProb) {
    SpatialDropout spatial = SpatialDropout.of(keepProb, 94);
    for (Shape shape : List.of(Shape.nc(70, 3), Shape.nchw(70, 3, 2, 2))) {
      assertEquals(
          DropPath.of(keepProb, 94).sample(shape, 5, 6),
          spatial.withSharing(MaskSharing.CHANNELS).sample(shape, 5, 6));
      assertEquals(
          DropPath.ofBatch(keepProb, 94).sample(shape, 5, 6),
          spatial.withSharing(MaskSharing.ALL).sample(shape, 5, 6));
    }
  }

  /** Channels that share a mask of whole planes drop whole samples. */
  @Test
  void sharedBlocksOfTheMapsSizeAreDropPath() {
    Shape shape = Shape.nchw(20_000, 2, 2, 2);
    DropBlock samples =
        DropBlock.builder()
            .keepProb(.7)
            .blockSize(2)
            .sharing(MaskSharing.CHANNELS)
            .seed(95)
            .build();
    double[] law = Patterns.together(8, .3);
    for (Regularizer r : List.of(samples, DropPath.of(.7, 96))) {
      float[] dropped = MaskData.dropped(r.sample(shape, 0));
      Significance.assertCells(law, Patterns.counts(runs(dropped, 8)));
    }
  }

  private static List<float[]> runs(float[] data, int length) {
    return IntStream.range(0, data.length / length)
        .mapToObj(i -> Arrays.copyOfRange(data, i * length, (i + 1) * length))
        .toList();
  }
}
