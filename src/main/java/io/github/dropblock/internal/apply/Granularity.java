package io.github.dropblock.internal.apply;

/**
 * Parts of a tensor that have bits of their own in a mask. Other parts share bits.
 *
 * @param bySample whether each sample has bits of its own, or the batch shares them
 * @param byChannel whether each channel has bits of its own, or the channels share them
 * @param byPosition whether each position has a bit of its own, or each plane has one bit
 */
public record Granularity(boolean bySample, boolean byChannel, boolean byPosition) {
  /** One bit per element. */
  public static final Granularity ELEMENT = new Granularity(true, true, true);

  /** Returns the number of planes of a sample that have bits of their own. */
  public int planes(int channels) {
    return byChannel ? channels : 1;
  }

  /** Returns what a bit stands for, as messages name it in "one bit per ...". */
  @Override
  public String toString() {
    String stored = bySample ? (byChannel ? "plane" : "sample") : (byChannel ? "channel" : "batch");
    if (!byPosition) {
      return stored;
    }
    return bySample && byChannel ? "element" : "position of a " + stored;
  }
}
