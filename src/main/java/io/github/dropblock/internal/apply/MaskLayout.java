package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;

/**
 * Mapping from the elements of a tensor to the bits of a mask.
 *
 * <p>Bits are stored in the order sample, channel, position. Parts that share bits have them once.
 * So a mask of whole planes has one bit per plane, and a mask that channels share has one plane of
 * bits per sample.
 */
public final class MaskLayout {
  private final Granularity granularity;
  private final int size;
  private final int sampleSize;
  private final int planeSize;
  private final int storedSamples;
  private final int planesOfSample;
  private final int bitsOfPlane;

  private MaskLayout(Granularity granularity, Shape shape) {
    this.granularity = granularity;
    this.planeSize = shape.planeSize();
    this.sampleSize = shape.c() * planeSize;
    this.size = shape.size();
    this.storedSamples = granularity.bySample() ? shape.n() : Math.min(shape.n(), 1);
    this.planesOfSample = granularity.planes(shape.c());
    this.bitsOfPlane = granularity.byPosition() ? planeSize : 1;
  }

  /** Returns the layout for tensors of a shape. */
  public static MaskLayout of(Shape shape, Granularity granularity) {
    return new MaskLayout(granularity, shape);
  }

  /** Returns which parts of the tensor have bits of their own. */
  public Granularity granularity() {
    return granularity;
  }

  /** Returns the number of elements of the tensor. */
  public int size() {
    return size;
  }

  /** Returns the number of elements of a sample. */
  public int sampleSize() {
    return sampleSize;
  }

  /** Returns the number of samples that have bits of their own. */
  public int storedSamples() {
    return storedSamples;
  }

  /** Returns the number of planes of a stored sample. */
  public int planesOfSample() {
    return planesOfSample;
  }

  /** Returns the number of bits of a stored plane. */
  public int bitsOfPlane() {
    return bitsOfPlane;
  }

  /** Returns the number of bits of a stored sample. */
  public int bitsOfSample() {
    return planesOfSample * bitsOfPlane;
  }

  /** Returns the number of bits of the mask. */
  public int bits() {
    return storedSamples * bitsOfSample();
  }

  /** Returns the distance in bits to the same element of the next sample: 0 if they share a bit. */
  int bitsToNextSample() {
    return granularity.bySample() ? bitsOfSample() : 0;
  }

  /**
   * Returns the distance in bits to the same element of the next channel: 0 if they share a bit.
   */
  int bitsToNextChannel() {
    return granularity.byChannel() ? bitsOfPlane : 0;
  }

  /** Returns the distance in bits to the next element of a plane: 0 if they share a bit. */
  int bitsToNextPosition() {
    return granularity.byPosition() ? 1 : 0;
  }

  /** Returns the number of elements that each bit stands for. */
  public int elementsOfBit() {
    return size == 0 ? 1 : size / bits();
  }

  /**
   * Returns the number of elements of a run. The bits of a run are consecutive, or one and the same
   * bit.
   */
  public int run() {
    if (!granularity.byPosition()) {
      return runOfStoredPlane();
    }
    if (!granularity.byChannel()) {
      return planeSize;
    }
    return granularity.bySample() ? size : sampleSize;
  }

  /** Tells whether the planes of a sample follow each other with the same bits. */
  public boolean repeatsPlanes() {
    return granularity.byPosition() && !granularity.byChannel();
  }

  /** Returns the number of elements of a plane. */
  public int planeSize() {
    return planeSize;
  }

  /** Returns the number of consecutive elements that have the same stored sample. */
  public int runOfSample() {
    return granularity.bySample() ? sampleSize : size;
  }

  /** Returns the number of consecutive elements that have the same stored plane. */
  public int runOfStoredPlane() {
    return granularity.byChannel() ? planeSize : runOfSample();
  }

  /** Returns the stored sample of an element. */
  public int storedSample(int element) {
    return granularity.bySample() ? element / sampleSize : 0;
  }

  /** Returns the stored plane of an element, counted over all samples. */
  public int storedPlane(int element) {
    int channel = granularity.byChannel() ? element % sampleSize / planeSize : 0;
    return storedSample(element) * planesOfSample + channel;
  }

  /** Returns the bit of an element. */
  public int bit(int element) {
    int position = granularity.byPosition() ? element % planeSize : 0;
    return storedPlane(element) * bitsOfPlane + position;
  }
}
