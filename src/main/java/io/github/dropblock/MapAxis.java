package io.github.dropblock;

import io.github.dropblock.tensor.Shape;

/**
 * Axis of a map: D, H or W. A tensor of shape NCW has the width only, and NCHW has no depth.
 *
 * @since 0.1.0
 */
public enum MapAxis {
  /** D: the third axis of NCDHW, for example the frames of a video. */
  DEPTH,

  /** H: the rows of an image, for example the frequencies of a spectrogram. */
  HEIGHT,

  /** W: the last axis, for example the time of a spectrogram or of a sequence. */
  WIDTH;

  int extent(Shape shape) {
    return switch (this) {
      case DEPTH -> shape.d();
      case HEIGHT -> shape.h();
      case WIDTH -> shape.w();
    };
  }
}
