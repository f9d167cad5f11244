package io.github.dropblock.internal.apply;

/**
 * What has bits of its own in a mask; the rest shares them.
 *
 * @param bySample each sample, or one for the batch
 * @param byChannel each channel, or one for the sample
 * @param byPosition each position, or one for the plane
 */
public record Granularity(boolean bySample, boolean byChannel, boolean byPosition) {
  /** Each element. */
  public static final Granularity ELEMENT = new Granularity(true, true, true);

  /** Returns what a bit stands for, as messages say it: one bit per element, plane or sample. */
  @Override
  public String toString() {
    String stored = bySample ? (byChannel ? "plane" : "sample") : (byChannel ? "channel" : "batch");
    if (!byPosition) {
      return stored;
    }
    return bySample && byChannel ? "element" : "position of a " + stored;
  }
}
