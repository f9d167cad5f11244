package io.github.dropblock.accuracy.occlusion;

import java.util.Locale;

/** What hides a part of an image. */
public enum OccluderKind {
  /** A rectangle of 0. */
  BLACK,
  /** A rectangle of the mean gray of the training images. */
  MEAN,
  /** A rectangle of uniform noise, each pixel by itself. */
  NOISE,
  /** A rectangle of a photograph's test strips. */
  PHOTOGRAPH,
  /** A rectangle of another test image, of another class. */
  ITEM,
  /** Vertical bars of the mean gray. */
  BARS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
