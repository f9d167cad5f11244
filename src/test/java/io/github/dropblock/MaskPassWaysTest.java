package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Masks on both sides of the sizes at which a pass goes another way. */
class MaskPassWaysTest {
  /** Planes that all channels share, on both sides of a large one, and of 64 of them. */
  @ParameterizedTest
  @CsvSource({
    "2, 3, 1, 1023",
    "2, 3, 1, 1024",
    "2, 64, 7, 7",
    "3, 65, 7, 7",
    "2, 130, 31, 33",
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

  /** Scales that change every few elements, with and without a fill. */
  @ParameterizedTest
  @CsvSource({"3, 70, 7, 7", "2, 300, 1, 1", "2, 90, 9, 11", "2, 40, 10, 10", "90, 3, 3, 3"})
  void shortRunsOfOneScale(int n, int c, int h, int w) {
    for (Regularizer regularizer : MaskSetup.ofEachGranularity(.6, 3)) {
      for (Normalization normalization :
          new Normalization[] {Normalization.PLANE, Normalization.SAMPLE}) {
        MaskSetup setup = MaskSetup.of(regularizer, Shape.nchw(n, c, h, w)).with(normalization);
        assertAsOracle(setup);
        assertAsOracle(setup.with(Fill.gaussian(1, 2)));
      }
    }
  }

  private static void assertAsOracle(MaskSetup setup) {
    Tensor x = setup.input();
    assertArrayEquals(setup.oracle().apply(x.data()), setup.mask().apply(x).data());
  }
}
