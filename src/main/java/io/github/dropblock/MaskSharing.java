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

  MaskSharing(boolean bySample, boolean byChannel) {
    this.granularity = new Granularity(bySample, byChannel, true);
  }

  Granularity granularity() {
    return granularity;
  }
}
