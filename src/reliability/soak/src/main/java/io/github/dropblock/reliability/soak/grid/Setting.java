package io.github.dropblock.reliability.soak.grid;

import io.github.dropblock.Regularizer;
import io.github.dropblock.reliability.soak.law.MapLaw;
import io.github.dropblock.tensor.Shape;

/**
 * One point of the grid.
 *
 * @param regularizer what draws the masks
 * @param sample the shape of a sample; N does not matter
 * @param law the distribution of a stored plane
 * @param planes stored planes of a stored sample
 * @param bySample whether samples have masks of their own; else one is stored
 */
public record Setting(
    Regularizer regularizer, Shape sample, MapLaw law, int planes, boolean bySample) {

  /** Bits of a stored sample. */
  public int bitsOfSample() {
    return planes * law.positions();
  }

  /** Random decisions of a stored sample. */
  public long sitesOfSample() {
    return (long) planes * law.sites();
  }

  /** The shape of a batch. */
  public Shape batch(int samples) {
    return sample.withN(samples);
  }

  /** Reads the bits of its masks. */
  public StoredBits bits() {
    return new StoredBits(this);
  }

  /** What it is about, in one line. */
  @Override
  public String toString() {
    return regularizer + " on " + sample;
  }
}
