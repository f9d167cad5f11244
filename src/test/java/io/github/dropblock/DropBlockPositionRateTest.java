package io.github.dropblock;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often each position is dropped. Over independent planes a position's count is binomial; the
 * positions of a plane depend on each other, so that the counts are compared one by one and the
 * rate is divided by their number. False-alarm rate: 1e-4 for each set of counts.
 */
class DropBlockPositionRateTest {
  @ParameterizedTest
  @CsvSource({
    "1,14,14,7,.9", "1,14,14,7,.75", "1,14,14,7,.2", "1,7,7,3,.9", "1,7,9,2,.8", "1,9,7,1,.5",
    "1,7,7,7,.5", "1,28,28,7,.9", "1,3,70,3,.9", "1,70,3,2,.5", "5,6,7,3,.9", "5,6,7,2,.4",
    "1,1,65,8,.9", "1,1,130,64,.5", "1,8,8,1,.99"
  })
  void eachPositionIsDroppedAsOftenAsTheClosedFormSays(
      int d, int h, int w, int block, double keepProb) {
    Shape shape = Shape.ncdhw(6_000_000 / (d * h * w * 65), 65, d, h, w);
    for (SeedRegion region : SeedRegion.values()) {
      MaskCase c = MaskCase.of(shape, block, keepProb, GammaRule.EXACT, 11).in(region);
      Significance.assertBinomials(
          c.plane().dropProbabilities(c.gamma()),
          MaskData.dropsOfEachPosition(c.mask()),
          shape.planes());
    }
  }

  /** Rectangles: the axes must not be exchanged. */
  @ParameterizedTest
  @CsvSource({"2,5,.9", "5,2,.9", "1,6,.5", "6,1,.5", "9,3,.8"})
  void rectanglesLieAlongTheirOwnAxes(int blockH, int blockW, double keepProb) {
    Shape shape = Shape.nchw(150, 65, 9, 14);
    for (SeedRegion region : SeedRegion.values()) {
      MaskCase c =
          new MaskCase(shape, 1, blockH, blockW, keepProb, GammaRule.EXACT, region, 12, 0, 0);
      Significance.assertBinomials(
          c.plane().dropProbabilities(c.gamma()),
          MaskData.dropsOfEachPosition(c.mask()),
          shape.planes());
    }
  }

  /** Channels share words and random streams in groups: none may be favored. */
  @ParameterizedTest
  @CsvSource({"14,7,.9", "7,3,.9", "5,2,.6", "7,1,.5", "3,3,.7", "6,6,.9"})
  void eachChannelIsDroppedAsOftenAsTheOthers(int map, int block, double keepProb) {
    int channels = 129;
    Shape shape = Shape.nchw(4_000_000 / (channels * map * map * 8), channels, map, map);
    MaskCase c = MaskCase.of(shape, block, keepProb, GammaRule.EXACT, 13);
    int center = map / 2 * map + map / 2;
    double[] probabilities = new double[channels];
    Arrays.fill(probabilities, c.plane().dropProbabilities(c.gamma())[center]);
    int[] drops = new int[channels];
    List<float[]> planes = MaskData.planes(c.mask());
    for (int i = 0; i < planes.size(); i++) {
      drops[i % channels] += (int) planes.get(i)[center];
    }
    Significance.assertBinomials(probabilities, drops, shape.n());
  }
}
