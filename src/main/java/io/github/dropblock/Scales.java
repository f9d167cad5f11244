package io.github.dropblock;

import io.github.dropblock.internal.kernel.Bits;
import io.github.dropblock.internal.mask.MaskLayout;

/** The factors of kept positions: one for the tensor, or one for each stored sample or plane. */
final class Scales {
  private final MaskLayout layout;
  private Normalization normalization = Normalization.NONE;
  private float single = 1f;

  /** Of each stored sample or plane, where those differ. */
  private float[] values = {};

  Scales(MaskLayout layout) {
    this.layout = layout;
  }

  /** size / kept; 0 if nothing is kept, and 1 for an empty run, of which nothing is dropped. */
  static float of(long size, long kept) {
    if (kept == size) {
      return 1f;
    }
    return kept == 0 ? 0f : (float) ((double) size / kept);
  }

  /** The factor that makes an expected kept fraction up, as far as floats go; 0 for 0. */
  static float ofExpected(double keptFraction) {
    return keptFraction == 0 ? 0f : (float) Math.min(1 / keptFraction, Float.MAX_VALUE);
  }

  /** Makes room for the factors of a normalization. */
  void prepare(Normalization newNormalization) {
    int count =
        switch (newNormalization) {
          case SAMPLE -> layout.storedSamples();
          case PLANE -> layout.storedSamples() * layout.planesOfSample();
          default -> values.length;
        };
    if (values.length != count) {
      values = new float[count];
    }
  }

  /** One factor for the whole tensor. */
  void set(Normalization newNormalization, float scale) {
    normalization = newNormalization;
    single = scale;
  }

  /** Factors by sample or plane, counted from the bits. */
  void count(Normalization newNormalization, long[] dropped) {
    prepare(newNormalization);
    normalization = newNormalization;
    boolean bySample = newNormalization == Normalization.SAMPLE;
    int length = bySample ? layout.bitsOfSample() : layout.bitsOfPlane();
    for (int i = 0; i < values.length; i++) {
      values[i] = of(length, length - Bits.count(dropped, i * length, length));
    }
  }

  Normalization normalization() {
    return normalization;
  }

  boolean isSingle() {
    return normalization != Normalization.SAMPLE && normalization != Normalization.PLANE;
  }

  /** The factor of all elements, if there is one. */
  float single() {
    return single;
  }

  /** Elements of a run that has one factor. */
  int run() {
    if (normalization == Normalization.SAMPLE) {
      return layout.runOfSample();
    }
    return normalization == Normalization.PLANE ? layout.runOfStoredPlane() : layout.size();
  }

  /** The factor of an element, if it is kept. */
  float at(int element) {
    if (normalization == Normalization.SAMPLE) {
      return values[layout.storedSample(element)];
    }
    return normalization == Normalization.PLANE ? values[layout.storedPlane(element)] : single;
  }
}
