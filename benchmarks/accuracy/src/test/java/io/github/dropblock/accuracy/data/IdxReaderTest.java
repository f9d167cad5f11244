package io.github.dropblock.accuracy.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  private static final byte[] PIXELS = {0, 1, 2, 3, 4, 5, -1, -2, -3, -4, -5, -6};

  @TempDir private Path folder;
  private Path images;
  private Path labels;

  @BeforeEach
  void write() throws IOException {
    images = write("images", 0x803, new int[] {2, 3, 2}, PIXELS);
    labels = write("labels", 0x801, new int[] {2}, new byte[] {7, 9});
  }

  private Path write(String name, int magic, int[] sizes, byte[] bytes) throws IOException {
    return IdxFile.write(folder.resolve(name), magic, sizes, bytes);
  }

  @Test
  void readsSizesPixelsAndLabels() throws IOException {
    Images read = IdxReader.read(images, labels);

    assertEquals(2, read.count());
    assertEquals(3, read.height());
    assertEquals(2, read.width());
    assertEquals(7, read.label(0));
    assertEquals(9, read.label(1));
    assertArrayEquals(PIXELS, read.pixels());
  }

  @Test
  void selectsImagesInTheGivenOrder() throws IOException {
    Images selected = IdxReader.read(images, labels).select(1);

    assertArrayEquals(new byte[] {-1, -2, -3, -4, -5, -6}, selected.pixels());
    assertEquals(9, selected.label(0));
  }

  @Test
  void rejectsAnotherKindOfFile() {
    IOException e = assertThrows(IOException.class, () -> IdxReader.read(labels, images));

    assertTrue(e.getMessage().contains("not an IDX file of bytes in 3 dimensions"), e.getMessage());
  }

  @Test
  void rejectsFilesThatEndEarly() throws IOException {
    Path cut = write("cut", 0x803, new int[] {2, 3, 2}, new byte[11]);

    IOException e = assertThrows(IOException.class, () -> IdxReader.read(cut, labels));

    assertTrue(e.getMessage().contains("ends after 11 of 12 bytes"), e.getMessage());
  }

  @Test
  void rejectsImpossibleSizes() throws IOException {
    Path large = write("large", 0x803, new int[] {1 << 20, 1 << 20, 1 << 20}, PIXELS);
    Path negative = write("negative", 0x803, new int[] {-2, 3, 2}, PIXELS);

    for (Path file : new Path[] {large, negative}) {
      IOException e = assertThrows(IOException.class, () -> IdxReader.read(file, labels));
      assertTrue(e.getMessage().contains("impossible sizes"), e.getMessage());
    }
  }

  @Test
  void rejectsImagesWithoutTheirLabels() throws IOException {
    Path three = write("three", 0x801, new int[] {3}, new byte[3]);

    IOException e = assertThrows(IOException.class, () -> IdxReader.read(images, three));

    assertTrue(e.getMessage().contains("2 images, and 3 labels"), e.getMessage());
  }
}
