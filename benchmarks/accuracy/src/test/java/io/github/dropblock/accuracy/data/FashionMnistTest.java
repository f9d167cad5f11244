package io.github.dropblock.accuracy.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  @TempDir private Path folder;

  private void write(String name, int magic, int... sizes) throws IOException {
    int total = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    IdxFile.write(folder.resolve(name), magic, sizes, new byte[total]);
  }

  private String refusal() {
    return assertThrows(IOException.class, () -> FashionMnist.read(folder)).getMessage();
  }

  @Test
  void namesTheFileThatIsMissingAndHowToGetIt() throws IOException {
    write("train-images-idx3-ubyte.gz", IMAGES, 1, 28, 28);

    String message = refusal();

    assertTrue(message.contains("no train-labels-idx1-ubyte.gz"), message);
    assertTrue(message.contains("apt-get install dataset-fashion-mnist"), message);
    assertTrue(message.contains("--data"), message);
  }

  @Test
  void refusesImagesOfAnotherSizeOrNumberOrDataSet() throws IOException {
    write("t10k-images-idx3-ubyte.gz", IMAGES, 600, 28, 28);
    write("t10k-labels-idx1-ubyte.gz", LABELS, 600);

    String number = refusalOf(600, 28, 28);
    assertTrue(number.contains("must have 60000 images of 28 x 28: 600 of 28 x 28"), number);

    String size = refusalOf(60_000, 28, 26);
    assertTrue(size.contains("must have 60000 images of 28 x 28: 60000 of 28 x 26"), size);

    // As MNIST's, but all black.
    String other = refusalOf(60_000, 28, 28);
    assertTrue(other.contains("other images or labels than Fashion-MNIST's"), other);
  }

  private String refusalOf(int images, int height, int width) throws IOException {
    write("train-images-idx3-ubyte.gz", IMAGES, images, height, width);
    write("train-labels-idx1-ubyte.gz", LABELS, images);
    return refusal();
  }
}
