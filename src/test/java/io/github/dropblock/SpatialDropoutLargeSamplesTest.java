package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole planes of samples that are masked some planes at a time, and around that many. */
class SpatialDropoutLargeSamplesTest {
  @ParameterizedTest
  @CsvSource({"2, 70, 31, 31", "3, 16, 32, 32", "2, 17, 31, 33", "2, 2400, 3, 3", "1, 5, 40, 40"})
  void eachElementIsAsTheOracleSays(int n, int c, int h, int w) {
    assertAsOracle(
        MaskSetup.of(SpatialDropout.of(.6, 7).withThreads(Threads.none()), Shape.nchw(n, c, h, w)));
  }

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void eachNormalization(Normalization normalization) {
    assertAsOracle(
        MaskSetup.of(SpatialDropout.of(.6, 7), Shape.nchw(3, 70, 31, 31)).with(normalization));
  }

  private static void assertAsOracle(MaskSetup setup) {
    Tensor x = setup.input();
    assertArrayEquals(setup.oracle().apply(x.data()), setup.mask().apply(x).data());
  }
}
