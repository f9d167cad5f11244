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
}
