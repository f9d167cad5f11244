package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Masks on both sides of the sizes at which a pass goes another way. */
class MaskPassWaysTest {
  /** Planes that all channels share, and that fit the array to work in or do not. */
  @ParameterizedTest
  @CsvSource({
    "2, 3, 1, 16319",
    "2, 3, 1, 16320",
    "2, 3, 1, 16321",
    "1, 2, 130, 131",
    "2, 5, 56, 56"
  })
  void sharedPlanes(int n, int c, int h, int w) {
    for (MaskSharing sharing : new MaskSharing[] {MaskSharing.CHANNELS, MaskSharing.ALL}) {
      DropBlock dropBlock = DropBlock.builder().blockSize(3).sharing(sharing).seed(7).build();
      assertAsOracle(MaskSetup.of(dropBlock, Shape.nchw(n, c, h, w)));
    }
  }

  /** Whole planes of samples, some planes at a time, and around that many. */
  @ParameterizedTest
  @CsvSource({"2, 70, 31, 31", "3, 16, 32, 32", "2, 17, 31, 33", "2, 2400, 3, 3", "1, 5, 40, 40"})
  void wholePlanes(int n, int c, int h, int w) {
    assertAsOracle(
        MaskSetup.of(SpatialDropout.of(.6, 7).withThreads(Threads.none()), Shape.nchw(n, c, h, w)));
  }

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void wholePlanesOfEachNormalization(Normalization normalization) {
    assertAsOracle(
        MaskSetup.of(SpatialDropout.of(.6, 7), Shape.nchw(3, 70, 31, 31)).with(normalization));
  }

  private static void assertAsOracle(MaskSetup setup) {
    Tensor x = setup.input();
    assertArrayEquals(setup.oracle().apply(x.data()), setup.mask().apply(x).data());
  }
}
