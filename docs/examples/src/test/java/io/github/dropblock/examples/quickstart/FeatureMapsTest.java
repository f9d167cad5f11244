package io.github.dropblock.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FeatureMapsTest {
  /** Dark on the left, bright on the right. */
  private static final Tensor STEP =
      Tensor.of(new float[] {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1}, Shape.nchw(1, 1, 3, 4));

  @Test
  void sobelRespondsToAStepAndNotToAFlatRegion() {
    assertEquals(4, EdgeFilter.VERTICAL.at(STEP, 1, 1));
    assertEquals(4, EdgeFilter.VERTICAL.at(STEP, 1, 2));
    assertEquals(0, EdgeFilter.VERTICAL.at(STEP, 1, 0));
    assertEquals(0, EdgeFilter.HORIZONTAL.at(STEP, 1, 1));
  }

  @Test
  void theLaplacianRespondsToADarkLine() {
    Tensor line = Tensor.of(new float[] {1, 0, 1, 1, 0, 1, 1, 0, 1}, Shape.nchw(1, 1, 3, 3));

    assertEquals(6, EdgeFilter.DARK_LINES.at(line, 1, 1));
  }

  @Test
  void theBorderRepeatsTheOuterPixels() {
    assertEquals(EdgeFilter.VERTICAL.at(STEP, 1, 1), EdgeFilter.VERTICAL.at(STEP, 0, 1));
    assertEquals(EdgeFilter.VERTICAL.at(STEP, 1, 1), EdgeFilter.VERTICAL.at(STEP, 2, 1));
  }

  @Test
  void channelsAreAveraged() {
    Tensor pair = Tensor.of(new float[] {0, 1, 0, 0}, Shape.nchw(1, 2, 1, 2));

    assertEquals(2, EdgeFilter.VERTICAL.at(pair, 0, 0));
  }

  @Test
  void poolingKeepsTheLargestResponseOfEachWindow() {
    Tensor maps = FeatureMaps.pooled(STEP, 2).tensor();

    assertEquals(Shape.nchw(1, EdgeFilter.values().length, 2, 2), maps.shape());
    assertArrayEquals(new float[] {4, 4, 4, 4}, plane(maps, EdgeFilter.VERTICAL));
    assertArrayEquals(new float[] {3, 0, 3, 0}, plane(maps, EdgeFilter.DARK_LINES));
  }

  @Test
  void reluLeavesNoNegativeResponse() {
    Tensor falling = Tensor.of(new float[] {1, 1, 0, 0}, Shape.nchw(1, 1, 1, 4));

    Tensor maps = FeatureMaps.pooled(falling, 1).tensor();

    assertArrayEquals(new float[4], plane(maps, EdgeFilter.VERTICAL));
  }

  @Test
  void theStrideFollowsTheLongestSide() {
    assertEquals(8, FeatureMaps.of(Tensor.zeros(Shape.nchw(1, 3, 427, 640))).stride());
    assertEquals(1, FeatureMaps.of(Tensor.zeros(Shape.nchw(1, 3, 80, 20))).stride());
    assertEquals(2, FeatureMaps.of(Tensor.zeros(Shape.nchw(1, 3, 81, 20))).stride());
  }

  private static float[] plane(Tensor maps, EdgeFilter filter) {
    int size = maps.shape().planeSize();
    float[] plane = new float[size];
    System.arraycopy(maps.data(), filter.ordinal() * size, plane, 0, size);
    return plane;
  }
}
