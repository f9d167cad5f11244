package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.apply.ScaleRule.Basis;
import io.github.dropblock.internal.bits.Bits;

/** Scales of kept elements: one for the tensor, or one for each stored sample or plane. */
public final class Scales {
  private final MaskLayout layout;
  private Basis basis = Basis.NOTHING;
  private float single = 1f;

  /** Scale of each stored sample or plane, where they may differ. */
  private float[] values = {};

  Scales(MaskLayout layout) {
    this.layout = layout;
  }

  /** Returns size / kept. That is 0 if nothing is kept, and 1 if size is 0. */
  public static float ratio(long size, long kept) {
    if (kept == size) {
      return 1f;
    }
    return kept == 0 ? 0f : (float) ((double) size / kept);
  }

  /** Allocates what the scales of a rule need. */
  void reserve(ScaleRule rule) {
    int count =
        switch (rule.basis()) {
          case SAMPLE -> layout.storedSamples();
          case PLANE -> layout.storedSamples() * layout.planesOfSample();
          default -> values.length;
        };
    if (values.length != count) {
      values = new float[count];
    }
  }

  /** Computes the scales of a mask by a rule. */
  void set(ScaleRule rule, long[] dropped, long keptCount) {
    reserve(rule);
    basis = rule.basis();
    if (!rule.isSingle()) {
      count(dropped);
    } else {
      single = rule.isCounted() ? ratio(layout.size(), keptCount) : rule.fixed();
    }
  }

  private void count(long[] dropped) {
    int length = basis == Basis.SAMPLE ? layout.bitsOfSample() : layout.bitsOfPlane();
    for (int i = 0; i < values.length; i++) {
      values[i] = ratio(length, length - Bits.count(dropped, i * length, length));
    }
  }

  /** Returns the number that kept elements were compared with. */
  public Basis basis() {
    return basis;
  }

  /** Tells whether the whole tensor has one scale. */
  public boolean isSingle() {
    return basis != Basis.SAMPLE && basis != Basis.PLANE;
  }

  /** Returns the scale of the whole tensor, if it has one. */
  public float single() {
    return single;
  }

  /** Returns the number of consecutive elements that have the same scale. */
  int run() {
    return switch (basis) {
      case SAMPLE -> layout.runOfSample();
      case PLANE -> layout.runOfStoredPlane();
      default -> layout.size();
    };
  }

  /** Returns the step from a sample's scale to the next sample's: 0 if they share it. */
  int stepOfSample() {
    int step = layout.granularity().bySample() ? 1 : 0;
    return switch (basis) {
      case SAMPLE -> step;
      case PLANE -> step * layout.planesOfSample();
      default -> 0;
    };
  }

  /** Returns the step from a channel's scale to the next channel's: 0 if they share it. */
  int stepOfChannel() {
    return basis == Basis.PLANE && layout.granularity().byChannel() ? 1 : 0;
  }

  /** Returns the scales of all stored samples or planes, where they may differ. */
  float[] values() {
    return values;
  }

  /** Returns the number of an element's scale, where scales may differ. */
  int number(int element) {
    return basis == Basis.SAMPLE ? layout.storedSample(element) : layout.storedPlane(element);
  }

  /** Returns a scale by its number. */
  float value(int number) {
    return isSingle() ? single : values[number];
  }

  /** Returns the scale of an element, if it is kept. */
  public float at(int element) {
    return isSingle() ? single : values[number(element)];
  }
}
