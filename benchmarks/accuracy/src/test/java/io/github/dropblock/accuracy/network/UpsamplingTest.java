package io.github.dropblock.accuracy.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UpsamplingTest {
  @Test
  void weightsComeFromTheDistancesOfTheCenters() {
    float[] expected = {1, 0, 0.75f, 0.25f, 0.25f, 0.75f, 0, 1};

    assertArrayEquals(expected, Upsampling.weights(2, 4));
  }

  @Test
  void mapsAreInterpolatedAlongRowsAndColumns() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray maps = manager.create(new float[] {0, 4, 8, 12, 1, 1, 1, 1}, new Shape(1, 2, 2, 2));

      float[] large = Upsampling.of(maps, 4).toFloatArray();

      float[] first = {0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12};
      float[] expected = new float[32];
      System.arraycopy(first, 0, expected, 0, 16);
      Arrays.fill(expected, 16, 32, 1);
      assertArrayEquals(expected, large, 1e-5f);
    }
  }
}
