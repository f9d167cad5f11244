package io.github.dropblock.accuracy.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.dropblock.accuracy.data.Images;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  private static final Images SMALL =
      new Images(2, 3, new byte[] {1, 2, 3, 4, 5, 6}, new byte[] {0});

  private static byte[] shifted(int down, int right, boolean flip) {
    byte[] pixels = new byte[6];
    Augmentation.shift(SMALL, 0, down, right, flip, pixels);
    return pixels;
  }

  @Test
  void aShiftedImageStandsOnBlack() {
    assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6}, shifted(0, 0, false));
    assertArrayEquals(new byte[] {0, 0, 0, 0, 1, 2}, shifted(1, 1, false));
    assertArrayEquals(new byte[] {6, 0, 0, 0, 0, 0}, shifted(-1, -2, false));
  }

  @Test
  void aFlippedImageIsMirrored() {
    assertArrayEquals(new byte[] {3, 2, 1, 6, 5, 4}, shifted(0, 0, true));
  }

  /** A white pixel in the middle of 7x7: 25 shifts, each with or without a flip. */
  @Test
  void allShiftsHappenAndLabelsStay() {
    int count = 2000;
    byte[] pixels = new byte[count * 49];
    byte[] labels = new byte[count];
    for (int n = 0; n < count; n++) {
      pixels[n * 49 + 24] = 1;
      labels[n] = (byte) (n % 10);
    }

    Images changed = Augmentation.of(new Images(7, 7, pixels, labels), new Random(1));

    Set<Integer> places = new HashSet<>();
    for (int n = 0; n < count; n++) {
      for (int i = 0; i < 49; i++) {
        if (changed.pixels()[n * 49 + i] == 1) {
          places.add(i);
        }
      }
    }
    assertEquals(25, places.size());
    assertArrayEquals(labels, changed.labels());
  }

  @Test
  void onlyTheWideRegimeChangesImagesAndEachEpochAnew() {
    Images images = Patterns.data().training();

    assertSame(images, Regime.SMALL.images(images, 1, 0));
    byte[] first = Regime.WIDE.images(images, 1, 0).pixels();
    assertArrayEquals(first, Regime.WIDE.images(images, 1, 0).pixels());
    assertNotEquals(
        Arrays.hashCode(first), Arrays.hashCode(Regime.WIDE.images(images, 1, 1).pixels()));
    assertNotEquals(
        Arrays.hashCode(first), Arrays.hashCode(Regime.WIDE.images(images, 2, 0).pixels()));
  }
}
