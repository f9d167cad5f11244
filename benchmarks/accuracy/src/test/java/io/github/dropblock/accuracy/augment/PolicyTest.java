package io.github.dropblock.accuracy.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.data.Images;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final int COUNT = 1000;
  private static final int SIDE = 8;

  private static Images images() {
    byte[] pixels = new byte[COUNT * SIDE * SIDE];
    new Random(1).nextBytes(pixels);
    byte[] labels = new byte[COUNT];
    new Random(2).nextBytes(labels);
    return new Images(SIDE, SIDE, pixels, labels);
  }

  @Test
  void aSeedDecidesTheImagesAndLabelsStay() {
    Images first = Policy.of(images(), new Random(3));

    assertArrayEquals(first.pixels(), Policy.of(images(), new Random(3)).pixels());
    assertFalse(Arrays.equals(first.pixels(), Policy.of(images(), new Random(4)).pixels()));
    assertArrayEquals(images().labels(), first.labels());
  }

  @Test
  void mostImagesChange() {
    Images before = images();
    Images after = Policy.of(before, new Random(5));
    int changed = 0;
    for (int n = 0; n < COUNT; n++) {
      changed += Arrays.equals(before.select(n).pixels(), after.select(n).pixels()) ? 0 : 1;
    }

    // Unchanged: the mean over pairs of (1 - p)(1 - q) = 0.176; standard deviation 0.012.
    assertEquals(1 - 0.176, changed / (double) COUNT, 0.05);
    assertTrue(changed < COUNT);
  }
}
