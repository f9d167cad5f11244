package io.github.dropblock.accuracy.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

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
  private static final String TRAINING_LABELS = "train-labels-idx1-ubyte.gz";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";
  private static final List<String> FILES =
      List.of(TRAINING_IMAGES, TRAINING_LABELS, TEST_IMAGES, TEST_LABELS);
  private static final int TRAINING_COUNT = 60_000;
  private static final int TEST_COUNT = 10_000;

  // MNIST has files of the same names and sizes, and its results must not pass as these.
  private static final long TRAINING_CHECKSUM = 0xa8c91d78L;
  private static final long TEST_CHECKSUM = 0xd12e98e2L;

  /**
   * Checks that a folder holds the data.
   *
   * @throws IOException if not, with a message that says how to get it
   */
  public static void check(Path folder) throws IOException {
    Optional<String> missing = missing(folder);
    if (missing.isPresent()) {
      throw new IOException(howToGet(folder, missing.get()));
    }
  }

  /** Whether a folder holds the data. */
  public static boolean isIn(Path folder) {
    return missing(folder).isEmpty();
  }

  private static Optional<String> missing(Path folder) {
    return FILES.stream().filter(name -> !Files.isReadable(folder.resolve(name))).findFirst();
  }

  /**
   * Reads all of it.
   *
   * @throws IOException if it is not there, with a message that says how to get it, or is damaged
   *     or another data set
   */
  public static FashionMnist read(Path folder) throws IOException {
    check(folder);
    return new FashionMnist(
        read(folder, TRAINING_IMAGES, TRAINING_LABELS, TRAINING_COUNT, TRAINING_CHECKSUM),
        read(folder, TEST_IMAGES, TEST_LABELS, TEST_COUNT, TEST_CHECKSUM));
  }

  private static Images read(
      Path folder, String imageFile, String labelFile, int count, long checksum)
      throws IOException {
    Images images = IdxReader.read(folder.resolve(imageFile), folder.resolve(labelFile));
    if (images.count() != count || images.height() != SIDE || images.width() != SIDE) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s must have %d images of %d x %d: %d of %d x %d",
              folder.resolve(imageFile),
              count,
              SIDE,
              SIDE,
              images.count(),
              images.height(),
              images.width()));
    }
    if (checksum(images) != checksum) {
      throw new IOException(
          folder + " has other images or labels than Fashion-MNIST's in " + imageFile);
    }
    return images;
  }

  private static long checksum(Images images) {
    CRC32 crc = new CRC32();
    crc.update(images.pixels());
    crc.update(images.labels());
    return crc.getValue();
  }

  private static String howToGet(Path folder, String name) {
    return "Fashion-MNIST is not in "
        + folder
        + " (no "
        + name
        + "). On Debian and Ubuntu install it with `apt-get install dataset-fashion-mnist`;"
        + " elsewhere download the four *-ubyte.gz files named at"
        + " https://github.com/zalandoresearch/fashion-mnist and give their folder with --data.";
  }
}
