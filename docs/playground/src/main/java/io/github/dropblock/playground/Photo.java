package io.github.dropblock.playground;

/**
 * A photograph as planes of red, green and blue, and their mean.
 *
 * @param planes values in [0, 1], row after row
 */
record Photo(int height, int width, float[][] planes) {
  static final int PLANES = 4;
  private static final int BYTES = 4;

  /** Reads pixels of four bytes each: red, green, blue, and one that does not count. */
  static Photo of(byte[] rgba, int height, int width) {
    if (rgba.length != BYTES * height * width) {
      throw new IllegalArgumentException("pixels must be " + height + " x " + width);
    }
    float[][] planes = new float[PLANES][height * width];
    for (int i = 0; i < height * width; i++) {
      float sum = 0;
      for (int c = 1; c < PLANES; c++) {
        planes[c][i] = (rgba[BYTES * i + c - 1] & 0xff) / 255f;
        sum += planes[c][i];
      }
      planes[0][i] = sum / (PLANES - 1);
    }
    return new Photo(height, width, planes);
  }

  /** A gray picture, for a page that has none yet. */
  static Photo gray(int height, int width) {
    return new Photo(height, width, new float[PLANES][height * width]);
  }
}
