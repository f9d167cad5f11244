package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;

/**
 * Which bit of a mask stands for which element of a tensor.
 *
 * <p>Bits are stored for each sample, channel and position in that order, and once for those that
 * share them. So a mask of whole planes has one bit a plane, and one that channels share has one
 * plane of bits a sample.
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
    this.planesOfSample = granularity.byChannel() ? shape.c() : 1;
    this.bitsOfPlane = granularity.byPosition() ? planeSize : 1;
  }

  /** Returns the layout for tensors of a shape. */
  public static MaskLayout of(Shape shape, Granularity granularity) {
    return new MaskLayout(granularity, shape);
  }

  /** What has bits of its own. */
  public Granularity granularity() {
    return granularity;
  }

  /** Elements of the tensor. */
  public int size() {
    return size;
  }

  /** Elements of a sample of the tensor. */
  public int sampleSize() {
    return sampleSize;
  }

  /** Samples that have bits of their own. */
  public int storedSamples() {
    return storedSamples;
  }

  /** Planes of a stored sample. */
  public int planesOfSample() {
    return planesOfSample;
  }

  /** Bits of a stored plane. */
  public int bitsOfPlane() {
    return bitsOfPlane;
  }

  /** Bits of a stored sample. */
  public int bitsOfSample() {
    return planesOfSample * bitsOfPlane;
  }

  /** Bits of the mask. */
  public int bits() {
    return storedSamples * bitsOfSample();
  }

  /** Bits from an element to the same one of the next sample: 0 if they share it. */
  int bitsToNextSample() {
    return granularity.bySample() ? bitsOfSample() : 0;
  }

  /** Bits from an element to the same one of the next channel: 0 if they share it. */
  int bitsToNextChannel() {
    return granularity.byChannel() ? bitsOfPlane : 0;
  }

  /** Bits from an element to the next one of a plane: 0 if they share it. */
  int bitsToNextPosition() {
    return granularity.byPosition() ? 1 : 0;
  }

  /** Elements that each bit stands for. */
  public int elementsOfBit() {
    return size == 0 ? 1 : size / bits();
  }

  /** Elements of a run: its bits follow each other, or are one and the same. */
  public int run() {
    if (!granularity.byPosition()) {
      return runOfStoredPlane();
    }
    if (!granularity.byChannel()) {
      return planeSize;
    }
    return granularity.bySample() ? size : sampleSize;
  }

  /** Whether the planes of a sample follow each other with the same bits. */
  public boolean repeatsPlanes() {
    return granularity.byPosition() && !granularity.byChannel();
  }

  /** Elements of a plane of the tensor. */
  public int planeSize() {
    return planeSize;
  }

  /** Elements of a run that has one stored sample. */
  public int runOfSample() {
    return granularity.bySample() ? sampleSize : size;
  }

  /** Elements of a run that has one stored plane. */
  public int runOfStoredPlane() {
    return granularity.byChannel() ? planeSize : runOfSample();
  }

  /** The stored sample of an element. */
  public int storedSample(int element) {
    return granularity.bySample() ? element / sampleSize : 0;
  }

  /** The stored plane of an element, counted over all samples. */
  public int storedPlane(int element) {
    int channel = granularity.byChannel() ? element % sampleSize / planeSize : 0;
    return storedSample(element) * planesOfSample + channel;
  }

  /** The bit of an element. */
  public int bit(int element) {
    int position = granularity.byPosition() ? element % planeSize : 0;
    return storedPlane(element) * bitsOfPlane + position;
  }
}
