package io.github.dropblock.playground;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/**
 * Feature maps of a photograph without a trained network: edge filters, ReLU, max pooling. The
 * first four channels look at the mean of the colors, and the others at one color each.
 */
final class FeatureMaps {
  private static final EdgeFilter[] FILTERS = EdgeFilter.values();

  private FeatureMaps() {}

  /** Returns a tensor whose samples all are the maps of the same photograph. */
  static Tensor of(Photo photo, Shape shape) {
    Tensor maps = Tensor.zeros(shape);
    int plane = shape.h() * shape.w();
    for (int c = 0; c < shape.c(); c++) {
      EdgeFilter filter = FILTERS[c % FILTERS.length];
      float[] color = photo.planes()[c / FILTERS.length % Photo.PLANES];
      for (int i = 0; i < plane; i++) {
        maps.data()[c * plane + i] = pool(filter, photo, color, shape, i);
      }
    }
    int sample = shape.c() * plane;
    for (int n = 1; n < shape.n(); n++) {
      System.arraycopy(maps.data(), 0, maps.data(), n * sample, sample);
    }
    return maps;
  }

  /** Returns the largest response in the window of a position. Starting at 0 is the ReLU. */
  private static float pool(EdgeFilter filter, Photo photo, float[] color, Shape shape, int i) {
    int h = photo.height();
    int w = photo.width();
    int row = i / shape.w();
    int column = i % shape.w();
    int bottom = (row + 1) * h / shape.h();
    int right = (column + 1) * w / shape.w();
    float largest = 0;
    for (int y = row * h / shape.h(); y < bottom; y++) {
      for (int x = column * w / shape.w(); x < right; x++) {
        largest = Math.max(largest, filter.at(color, h, w, y, x));
      }
    }
    return largest;
  }
}
