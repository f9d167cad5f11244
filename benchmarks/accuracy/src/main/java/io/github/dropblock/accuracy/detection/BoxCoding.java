package io.github.dropblock.accuracy.detection;

/**
 * Rectangles as offsets from anchors: {@code (x - xa) / wa, (y - ya) / ha, ln(w / wa), ln(h / ha)}
 * for centers, widths and heights.
 *
 * @see <a href="https://arxiv.org/abs/1506.01497">Ren et al., Faster R-CNN, equation 2</a>
 */
final class BoxCoding {
  /** So that a wild prediction is no infinite rectangle. */
  private static final double LARGEST_LOG = Math.log(16);

  private BoxCoding() {}

  static float[] encode(Rectangle anchor, Rectangle rectangle) {
    return new float[] {
      (float) ((rectangle.x() - anchor.x()) / anchor.width()),
      (float) ((rectangle.y() - anchor.y()) / anchor.height()),
      (float) Math.log(rectangle.width() / anchor.width()),
      (float) Math.log(rectangle.height() / anchor.height())
    };
  }

  /** The rectangle whose four offsets begin at an index. */
  static Rectangle decode(Rectangle anchor, float[] values, int at) {
    return Rectangle.around(
        anchor.x() + values[at] * anchor.width(),
        anchor.y() + values[at + 1] * anchor.height(),
        anchor.width() * Math.exp(Math.min(LARGEST_LOG, values[at + 2])),
        anchor.height() * Math.exp(Math.min(LARGEST_LOG, values[at + 3])));
  }
}
