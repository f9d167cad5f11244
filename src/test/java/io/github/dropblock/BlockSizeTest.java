package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dropblock.tensor.Shape;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lengths of a block on maps of each layout. */
class BlockSizeTest {
  private static final Shape NCW = Shape.ncw(2, 3, 20);
  private static final Shape NCHW = Shape.nchw(2, 3, 14, 20);
  private static final Shape NCDHW = Shape.ncdhw(2, 3, 4, 14, 20);

  private static BlockSize.Positions positions(int depth, int height, int width) {
    return new BlockSize.Positions(depth, height, width);
  }

  @Test
  void aSquareServesEachLayout() {
    BlockSize square = BlockSize.square(3);
    assertEquals(positions(1, 1, 3), square.on(NCW));
    assertEquals(positions(1, 3, 3), square.on(NCHW));
    assertEquals(positions(3, 3, 3), square.on(NCDHW));
  }

  @Test
  void aSquareIsCutAxisByAxis() {
    assertEquals(positions(4, 7, 7), BlockSize.square(7).on(NCDHW));
    assertEquals(positions(1, 14, 16), BlockSize.square(16).on(NCHW));
    assertEquals(positions(4, 14, 20), BlockSize.square(Integer.MAX_VALUE).on(NCDHW));
  }

  @Test
  void aRectangleHasADepthOfOne() {
    assertEquals(positions(1, 2, 5), BlockSize.of(2, 5).on(NCHW));
    assertEquals(positions(1, 2, 5), BlockSize.of(2, 5).on(NCDHW));
    assertEquals(positions(1, 1, 5), BlockSize.of(2, 5).on(NCW));
    assertEquals(positions(1, 14, 20), BlockSize.of(99, 99).on(NCHW));
  }

  @Test
  void aCuboidHasItsOwnDepth() {
    assertEquals(positions(2, 3, 5), BlockSize.of(2, 3, 5).on(NCDHW));
    assertEquals(positions(4, 3, 5), BlockSize.of(9, 3, 5).on(NCDHW));
    assertEquals(positions(1, 3, 5), BlockSize.of(2, 3, 5).on(NCHW));
  }

  @Test
  void aRatioIsTakenOfEachAxis() {
    assertEquals(positions(2, 7, 10), BlockSize.ratio(0.5).on(NCDHW));
    assertEquals(positions(1, 7, 10), BlockSize.ratio(0.5).on(NCHW));
    assertEquals(positions(1, 1, 10), BlockSize.ratio(0.5).on(NCW));
    assertEquals(positions(4, 14, 20), BlockSize.ratio(1).on(NCDHW));
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
    assertEquals(positions(1, 1, length), BlockSize.ratio(ratio).on(Shape.ncw(1, 1, extent)));
  }

  @Property(tries = 300)
  void aRatioFitsEachMap(
      @ForAll @DoubleRange(min = 0, minIncluded = false, max = 1) double ratio,
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int extent) {
    BlockSize.Positions block = BlockSize.ratio(ratio).on(Shape.ncw(1, 1, extent));
    assertEquals(Math.max(1, ratio * extent), block.width(), 0.5 + 1e-6);
    assertEquals(block, block.on(Shape.ncw(1, 1, extent)));
  }

  @Test
  void aBatchWithoutSamplesHasBlocksToo() {
    assertEquals(positions(1, 7, 7), BlockSize.square(7).on(Shape.nchw(0, 3, 14, 20)));
  }

  @Test
  void sizesAreEqualByTheirLengthsOrRatio() {
    assertEquals(BlockSize.square(3), BlockSize.of(3, 3, 3));
    assertEquals(BlockSize.of(2, 5), BlockSize.of(1, 2, 5));
    assertEquals(BlockSize.ratio(0.5), BlockSize.ratio(0.5));
    assertNotEquals(BlockSize.square(3), BlockSize.of(3, 3));
  }
}
