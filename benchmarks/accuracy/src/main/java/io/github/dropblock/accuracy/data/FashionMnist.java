package io.github.dropblock.accuracy.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Fashion-MNIST: 28x28 gray pictures of clothes in ten classes.
 *
 * @param training 60,000 images
 * @param test 10,000 images
 */
public record FashionMnist(Images training, Images test) {
  /** How many classes there are. */
  public static final int CLASSES = 10;

  /** Rows and columns of an image. */
  public static final int SIDE = 28;

  /** Where Debian's package puts the files. */
  public static final Path SYSTEM_FOLDER = Path.of("/usr/share/datasets/fashion-mnist");

  private static final String TRAINING_IMAGES = "train-images-idx3-ubyte.gz";

  /**
   * Checks that a folder holds the data.
   *
   * @throws IOException if not, with a message that says how to get it
   */
  public static void check(Path folder) throws IOException {
    if (!isIn(folder)) {
      throw new IOException(missing(folder));
    }
  }

  /** Whether a folder holds the data. */
  public static boolean isIn(Path folder) {
    return Files.isReadable(folder.resolve(TRAINING_IMAGES));
  }

  /**
   * Reads all of it.
   *
   * @throws IOException if it is not there, with a message that says how to get it, or is damaged
   */
  public static FashionMnist read(Path folder) throws IOException {
    check(folder);
    return new FashionMnist(
        IdxReader.read(
            folder.resolve(TRAINING_IMAGES), folder.resolve("train-labels-idx1-ubyte.gz")),
        IdxReader.read(
            folder.resolve("t10k-images-idx3-ubyte.gz"),
            folder.resolve("t10k-labels-idx1-ubyte.gz")));
  }

  private static String missing(Path folder) {
    return "Fashion-MNIST is not in "
        + folder
        + " (no "
        + TRAINING_IMAGES
        + "). On Debian and Ubuntu install it with `apt-get install dataset-fashion-mnist`;"
        + " elsewhere download the four *-ubyte.gz files named at"
        + " https://github.com/zalandoresearch/fashion-mnist and give their folder with --data.";
  }
}
