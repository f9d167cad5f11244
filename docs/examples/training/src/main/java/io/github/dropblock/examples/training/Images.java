package io.github.dropblock.examples.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Gray images of ten classes.
 *
 * @param pixels 28x28 for each image, from 0 to 1
 * @param labels the class of each image, from 0
 */
record Images(float[] pixels, float[] labels) {
  static final int CLASSES = 10;
  static final int SIDE = 28;
  private static final int SIZE = SIDE * SIDE;

  /** How many bytes come before the pixels and before the labels of a file. */
  private static final int PIXELS_HEADER = 16;

  private static final int LABELS_HEADER = 8;

  /**
   * Reads the first images of Fashion-MNIST.
   *
   * @param folder of the four files, as {@code apt-get install dataset-fashion-mnist} has it
   * @param name {@code train} or {@code t10k}
   */
  static Images read(Path folder, String name, int count) throws IOException {
    byte[] pixels = bytes(folder, name + "-images-idx3-ubyte.gz", PIXELS_HEADER, count * SIZE);
    byte[] labels = bytes(folder, name + "-labels-idx1-ubyte.gz", LABELS_HEADER, count);
    return new Images(floats(pixels, 255), floats(labels, 1));
  }

  private static byte[] bytes(Path folder, String file, int header, int length) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(folder.resolve(file))))) {
      in.skipNBytes(header);
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      return bytes;
    }
  }

  private static float[] floats(byte[] bytes, float divisor) {
    float[] floats = new float[bytes.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Byte.toUnsignedInt(bytes[i]) / divisor;
    }
    return floats;
  }

  /** Makes images of noise with a bright bar, whose place is the class. */
  static Images generate(int count, long seed) {
    Random random = new Random(seed);
    Images images = new Images(new float[count * SIZE], new float[count]);
    for (int image = 0; image < count; image++) {
      int label = random.nextInt(CLASSES);
      images.labels[image] = label;
      for (int i = 0; i < SIZE; i++) {
        int line = label < CLASSES / 2 ? i / SIDE : i % SIDE;
        float bar = line / 5 == label % 5 ? 0.4f : 0;
        images.pixels[image * SIZE + i] = bar + 0.6f * random.nextFloat();
      }
    }
    return images;
  }

  /** Returns the images in batches, in a random order if they are for training. */
  ArrayDataset dataset(NDManager manager, int batch, boolean training) {
    return new ArrayDataset.Builder()
        .setData(manager.create(pixels, new Shape(labels.length, 1, SIDE, SIDE)))
        .optLabels(manager.create(labels))
        .setSampling(batch, training)
        .build();
  }
}
