package io.github.dropblock.accuracy.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final int COUNT = 600;

  /** Images of four pixels that hold the image's index. */
  private final Images source = numbered();

  private static Images numbered() {
    ByteBuffer pixels = ByteBuffer.allocate(4 * COUNT);
    byte[] labels = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      pixels.putInt(i);
      labels[i] = (byte) (i * 7 % 10);
    }
    return new Images(2, 2, pixels.array(), labels);
  }

  private static Set<Integer> indices(Images images) {
    ByteBuffer pixels = ByteBuffer.wrap(images.pixels());
    Set<Integer> indices = new HashSet<>();
    for (int i = 0; i < images.count(); i++) {
      indices.add(pixels.getInt());
    }
    return indices;
  }

  @Test
  void noImageIsInTwoPartsOrTwice() {
    Split split = Split.of(source, 200, 100, 1);
    Set<Integer> all = indices(split.training());
    all.addAll(indices(split.validation()));

    assertEquals(300, all.size());
  }

  @Test
  void theSameSeedGivesTheSameSplit() {
    Split first = Split.of(source, 200, 100, 1);
    Split second = Split.of(source, 200, 100, 1);

    assertArrayEquals(first.training().pixels(), second.training().pixels());
    assertArrayEquals(first.validation().pixels(), second.validation().pixels());
  }

  @Test
  void anotherSeedGivesOtherTrainingAndTheSameValidationImages() {
    Split first = Split.of(source, 200, 100, 1);
    Split second = Split.of(source, 200, 100, 2);

    assertFalse(Arrays.equals(first.training().pixels(), second.training().pixels()));
    assertArrayEquals(first.validation().pixels(), second.validation().pixels());
  }

  @Test
  void eachClassHasAsManyImages() {
    Split split = Split.of(source, 200, 100, 3);

    for (int label = 0; label < FashionMnist.CLASSES; label++) {
      assertEquals(20, count(split.training(), label));
      assertEquals(10, count(split.validation(), label));
    }
  }

  private static long count(Images images, int label) {
    return IntStream.range(0, images.count()).filter(i -> images.label(i) == label).count();
  }

  @Test
  void rejectsCountsThatCannotBeMet() {
    assertThrows(IllegalArgumentException.class, () -> Split.of(source, 205, 100, 1));
    assertThrows(IllegalArgumentException.class, () -> Split.of(source, 510, 100, 1));
  }
}
