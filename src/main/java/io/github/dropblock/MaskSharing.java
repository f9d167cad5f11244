package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;

/**
 * Choice of the planes of a batch that share a mask. A shared mask is drawn and stored once.
 *
 * @since 0.1.0
 */
public enum MaskSharing {
  /** Each channel of each sample has a mask of its own (the paper, section 3). */
  NONE(true, true),

  /** All channels of a sample share a mask. */
  CHANNELS(true, false),

  /** All samples of a batch share a mask, which differs from channel to channel. */
  BATCH(false, true),

  /** All planes of a batch share a mask. */
  ALL(false, false);

  @SuppressWarnings("ImmutableEnumChecker") // A record of booleans.
  private final Granularity granularity;

  @SuppressWarnings("ImmutableEnumChecker") // A record of booleans.
  private final Granularity granularityOfPlanes;

  MaskSharing(boolean bySample, boolean byChannel) {
    this.granularity = new Granularity(bySample, byChannel, true);
    this.granularityOfPlanes = new Granularity(bySample, byChannel, false);
  }

  /** Returns which parts have bits of their own, if each position has one. */
  Granularity granularity() {
    return granularity;
  }

  /** Returns which parts have bits of their own, if each plane is kept or dropped as a whole. */
  Granularity granularityOfPlanes() {
    return granularityOfPlanes;
  }
}
