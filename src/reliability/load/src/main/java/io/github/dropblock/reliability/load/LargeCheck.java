package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import io.github.dropblock.Fill;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;

/**
 * A mask of a large tensor, applied in place and looked at element by element.
 *
 * @param regularizer draws the mask
 * @param way how it is applied
 */
record LargeCheck(Regularizer regularizer, Way way) {
  private static final long STEP = 3;

  /** A value for dropped elements that no kept one has. */
  static final float FILL = -1;

  /** Elements at the end that are looked at by themselves. */
  private static final int END = 1 << 20;

  /**
   * Checks each element, the count, the first and the last sample, and that the end is drawn too.
   *
   * <p>Modified: {@code x}, as long as the shape's size.
   *
   * @return what was found
   * @throws AssertionError if anything is wrong
   */
  String check(Shape shape, float[] x) {
    Inputs.write(x);
    DropMask mask = regularizer.sample(shape, STEP);
    way.apply(mask, x);
    long dropped = countDropped(mask, x);
    expect(dropped == shape.size() - mask.keptCount(), "count " + dropped + " of " + mask);
    if (shape.n() > 1) {
      checkSample(0, shape, x);
      checkSample(shape.n() - 1, shape, x);
    } else {
      checkEnd(x, (double) dropped / shape.size());
    }
    return String.format("kept %.6f", mask.keptFraction());
  }

  private float dropped() {
    return regularizer.fill().equals(Fill.zero()) ? 0 : FILL;
  }

  private long countDropped(DropMask mask, float[] x) {
    Shape shape = mask.shape();
    long dropped = 0;
    for (int plane = 0; plane < shape.planes(); plane++) {
      float scale = mask.scale(plane / shape.c(), plane % shape.c());
      int first = plane * shape.planeSize();
      dropped += countDropped(x, first, shape.planeSize(), scale);
    }
    return dropped;
  }

  private long countDropped(float[] x, int first, int length, float scale) {
    int fill = Float.floatToRawIntBits(dropped());
    long dropped = 0;
    for (int k = 0; k < length; k++) {
      int i = first + k;
      boolean isDropped = Float.floatToRawIntBits(x[i]) == fill;
      dropped += isDropped ? 1 : 0;
      if (!isDropped && x[i] != Inputs.at(i) * scale) {
        throw new AssertionError("element " + i + " is " + x[i]);
      }
    }
    return dropped;
  }

  /** By its index in the batch, a sample is drawn alone. */
  private void checkSample(int sample, Shape shape, float[] x) {
    Shape one = shape.withN(1);
    float[] kept = regularizer.sample(one, STEP, sample).toTensor().data();
    float fill = dropped();
    for (int i = 0; i < kept.length; i++) {
      boolean isKept = x[sample * one.size() + i] != fill;
      expect(isKept == (kept[i] != 0), "sample " + sample + ", element " + i);
    }
  }

  private void checkEnd(float[] x, double fraction) {
    int length = Math.min(END, x.length);
    float fill = dropped();
    int dropped = 0;
    for (int i = x.length - length; i < x.length; i++) {
      dropped += x[i] == fill ? 1 : 0;
    }
    double found = (double) dropped / length;
    expect(found >= fraction / 2 && found <= 2 * fraction, "dropped at the end: " + found);
  }

  private static void expect(boolean right, String what) {
    if (!right) {
      throw new AssertionError(what);
    }
  }
}
