package io.github.dropblock.accuracy.data;

/**
 * Gray images with labels, in the order of the file.
 *
 * @param height rows of an image
 * @param width columns of an image
 * @param pixels of one image after another, row by row, 0 to 255 as unsigned bytes
 * @param labels one for each image
 */
public record Images(int height, int width, byte[] pixels, byte[] labels) {
  /** Checks that there is a label for each image. */
  public Images {
    if (pixels.length != height * width * labels.length) {
      throw new IllegalArgumentException(
          "pixels must be " + labels.length + " images of " + height + "x" + width);
    }
  }

  /** How many images there are. */
  public int count() {
    return labels.length;
  }

  /** Pixels of one image. */
  public int size() {
    return height * width;
  }

  /** The label of an image. */
  public int label(int index) {
    return labels[index];
  }

  /** Some of the images, in the given order. */
  public Images select(int... indices) {
    byte[] chosen = new byte[indices.length * size()];
    byte[] chosenLabels = new byte[indices.length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(pixels, indices[i] * size(), chosen, i * size(), size());
      chosenLabels[i] = labels[indices[i]];
    }
    return new Images(height, width, chosen, chosenLabels);
  }
}
