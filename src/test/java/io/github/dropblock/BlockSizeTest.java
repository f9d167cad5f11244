package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lengths of a block on maps of each layout. */
class BlockSizeTest {
  private static final Shape NC = Shape.nc(2, 3);
  private static final Shape NCW = Shape.ncw(2, 3, 20);
  private static final Shape NCHW = Shape.nchw(2, 3, 14, 20);
  private static final Shape NCDHW = Shape.ncdhw(2, 3, 4, 14, 20);

  private static void assertLengths(int depth, int height, int width, BlockSize size, Shape shape) {
    assertEquals(
        List.of(depth, height, width),
        List.of(size.depthOn(shape), size.heightOn(shape), size.widthOn(shape)));
  }

  @Test
  void aSquareServesEachLayout() {
    BlockSize square = BlockSize.square(3);
    assertLengths(1, 1, 3, square, NCW);
    assertLengths(1, 3, 3, square, NCHW);
    assertLengths(3, 3, 3, square, NCDHW);
  }

  @Test
  void aSquareIsCutAxisByAxis() {
    assertLengths(4, 7, 7, BlockSize.square(7), NCDHW);
    assertLengths(1, 14, 16, BlockSize.square(16), NCHW);
    assertLengths(4, 14, 20, BlockSize.square(Integer.MAX_VALUE), NCDHW);
  }

  @Test
  void aRectangleHasADepthOfOne() {
    assertLengths(1, 2, 5, BlockSize.of(2, 5), NCHW);
    assertLengths(1, 2, 5, BlockSize.of(2, 5), NCDHW);
    assertLengths(1, 1, 5, BlockSize.of(2, 5), NCW);
    assertLengths(1, 14, 20, BlockSize.of(99, 99), NCHW);
  }

  @Test
  void aCuboidHasItsOwnDepth() {
    assertLengths(2, 3, 5, BlockSize.of(2, 3, 5), NCDHW);
    assertLengths(4, 3, 5, BlockSize.of(9, 3, 5), NCDHW);
    assertLengths(1, 3, 5, BlockSize.of(2, 3, 5), NCHW);
  }

  @Test
  void aRatioIsTakenOfEachAxis() {
    assertLengths(2, 7, 10, BlockSize.ratio(0.5), NCDHW);
    assertLengths(1, 7, 10, BlockSize.ratio(0.5), NCHW);
    assertLengths(1, 1, 10, BlockSize.ratio(0.5), NCW);
    assertLengths(4, 14, 20, BlockSize.ratio(1), NCDHW);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 7, 4",
    "0.5, 5, 3",
    "0.3, 7, 2",
    "0.35, 10, 4",
    "0.34, 10, 3",
    "0.01, 14, 1",
    "4.9E-324, 2147483647, 1",
    "1, 2147483647, 2147483647"
  })
  void aRatioIsRoundedToTheNearestLengthOfAtLeastOne(double ratio, int extent, int length) {
    assertLengths(1, 1, length, BlockSize.ratio(ratio), Shape.ncw(1, 1, extent));
  }

  @Property(tries = 300)
  void aRatioFitsEachMap(
      @ForAll @DoubleRange(min = 0, minIncluded = false, max = 1) double ratio,
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int extent) {
    int width = BlockSize.ratio(ratio).widthOn(Shape.ncw(1, 1, extent));
    assertEquals(Math.max(1, ratio * extent), width, 0.5 + 1e-6);
    assertTrue(width >= 1 && width <= extent);
  }

  @Test
  void everySizeIsCutToTheOnePositionOfAVector() {
    for (BlockSize size :
        List.of(BlockSize.square(7), BlockSize.of(2, 3, 5), BlockSize.ratio(0.9))) {
      assertLengths(1, 1, 1, size, NC);
    }
  }

  @Test
  void aBatchWithoutSamplesHasBlocksToo() {
    assertLengths(1, 7, 7, BlockSize.square(7), Shape.nchw(0, 3, 14, 20));
  }

  @Test
  void sizesAreEqualByTheirLengthsOrRatio() {
    assertEquals(BlockSize.square(3), BlockSize.of(3, 3, 3));
    assertEquals(BlockSize.of(2, 5), BlockSize.of(1, 2, 5));
    assertEquals(BlockSize.ratio(0.5), BlockSize.ratio(0.5));
    assertNotEquals(BlockSize.square(3), BlockSize.of(3, 3));
  }

  @Test
  void textIsTheCall() {
    assertEquals("square(7)", BlockSize.square(7).toString());
    assertEquals("of(3, 5)", BlockSize.of(3, 5).toString());
    assertEquals("of(2, 3, 3)", BlockSize.of(2, 3, 3).toString());
    assertEquals("of(2, 2, 3)", BlockSize.of(2, 2, 3).toString());
    assertEquals("square(1)", BlockSize.of(1, 1).toString());
    assertEquals("ratio(0.5)", BlockSize.ratio(0.5).toString());
  }
}
