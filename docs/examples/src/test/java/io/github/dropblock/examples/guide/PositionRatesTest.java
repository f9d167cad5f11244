package io.github.dropblock.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropBlock;
import io.github.dropblock.GammaRule;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The closed form by position has the library's mean, and masks follow it. */
class PositionRatesTest {
  private static final int STEPS = 20;

  /** Of 196 positions, the largest of so many normal deviations is below this but for 1e-6. */
  private static final double DEVIATIONS = 6;

  @ParameterizedTest
  @EnumSource(SeedRegion.class)
  void masksFollowTheClosedForm(SeedRegion region) {
    DropBlock dropBlock = BorderBiasPicture.dropBlock(region, GammaRule.PAPER);
    PositionRates closedForm = PositionRates.closedForm(dropBlock, region, 7, 14);
    PositionRates measured = PositionRates.measured(dropBlock, 14, STEPS);
    for (int i = 0; i < 196; i++) {
      double rate = closedForm.rates()[i];
      double deviation = Math.sqrt(rate * (1 - rate) / PositionRates.planes(STEPS));
      assertEquals(rate, measured.rates()[i], DEVIATIONS * deviation, region + " " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"VALID, 7", "WHOLE, 7", "EXTENDED, 7", "VALID, 4", "WHOLE, 4", "EXTENDED, 4"})
  void theMeanIsTheLibrarys(SeedRegion region, int block) {
    DropBlock dropBlock =
        DropBlock.builder().keepProb(0.8).blockSize(block).seedRegion(region).build();
    double mean = PositionRates.closedForm(dropBlock, region, block, 14).mean();
    assertEquals(1 - dropBlock.expectedKeptFraction(Shape.nchw(1, 1, 14, 14)), mean, 1e-12);
  }
}
