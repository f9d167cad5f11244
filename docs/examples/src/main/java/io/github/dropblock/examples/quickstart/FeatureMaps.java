package io.github.dropblock.examples.quickstart;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/**
 * Real feature maps without a trained network: {@link EdgeFilter}s, ReLU, max pooling.
 *
 * @param tensor shape (1, filters, h, w)
 * @param stride pixels of the picture, along each axis, that one position pools
 */
record FeatureMaps(Tensor tensor, int stride) {
  /** Longest side of a map, in positions: a picture of 640 pixels is pooled by 8. */
  private static final int LONGEST_SIDE = 80;

  static FeatureMaps of(Tensor photo) {
    int longest = Math.max(photo.shape().h(), photo.shape().w());
    return pooled(photo, ceilDiv(longest, LONGEST_SIDE));
  }

  static FeatureMaps pooled(Tensor photo, int stride) {
    int h = ceilDiv(photo.shape().h(), stride);
    int w = ceilDiv(photo.shape().w(), stride);
    EdgeFilter[] filters = EdgeFilter.values();
    Tensor maps = Tensor.zeros(Shape.nchw(1, filters.length, h, w));
    for (int c = 0; c < filters.length; c++) {
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          maps.set(0, c, y, x, pool(filters[c], photo, y * stride, x * stride, stride));
        }
      }
    }
    return new FeatureMaps(maps, stride);
  }

  /** One map alone: the shape of a mask to draw over the picture. */
  Shape plane() {
    return Shape.nchw(1, 1, tensor.shape().h(), tensor.shape().w());
  }

  /** The largest response in a window cut to the picture. Starting at 0 is the ReLU. */
  private static float pool(EdgeFilter filter, Tensor photo, int top, int left, int size) {
    int bottom = Math.min(top + size, photo.shape().h());
    int right = Math.min(left + size, photo.shape().w());
    float largest = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        largest = Math.max(largest, filter.at(photo, y, x));
      }
    }
    return largest;
  }

  private static int ceilDiv(int a, int b) {
    return (a + b - 1) / b;
  }
}
