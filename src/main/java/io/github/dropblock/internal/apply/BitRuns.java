package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import java.util.Arrays;

/**
 * Runs of elements whose bits are consecutive.
 *
 * <p>Where the mask stores one bit per element, a run is as long as the mask stores them in order.
 * Small planes that share their bits, and small planes that have one bit each, would be runs of
 * their own, which cost more. Their bits are written to a work array for many planes at a time, one
 * bit per element.
 */
final class BitRuns {
  /** Number of elements from which a plane is worth a run of its own. */
  private static final int LARGE_PLANE = 1024;

  /** Number of planes whose bits always end with a word. */
  private static final int PLANES = Long.SIZE;

  private final MaskLayout layout;
  private final long[] dropped;
  private final boolean repeats;
  private final boolean spreads;

  BitRuns(MaskLayout layout, long[] dropped) {
    this.layout = layout;
    this.dropped = dropped;
    boolean small = layout.planeSize() < LARGE_PLANE;
    this.repeats = small && layout.repeatsPlanes();
    this.spreads = small && layout.granularity().byChannel() && !layout.granularity().byPosition();
  }

  /** Tells whether the bits of the runs are written to a work array. */
  boolean areWritten() {
    return repeats || spreads;
  }

  /** Tells whether each small plane has one bit, which is written for each of its elements. */
  boolean areSpread() {
    return spreads;
  }

  /** Returns how many elements an element and those after it have with consecutive bits. */
  int length(int element) {
    if (!areWritten()) {
      return layout.run() - element % layout.run();
    }
    int planeSize = layout.planeSize();
    int stored = repeats ? layout.runOfSample() : layout.sampleSize();
    return Math.min(stored - element % stored, PLANES * planeSize - element % planeSize);
  }

  /** Returns the number of the bit of a run's first element in the array of its bits. */
  int firstBit(int element) {
    return areWritten() ? element % layout.planeSize() : layout.bit(element);
  }

  /** Returns the array of the bits: the mask's own, or the one that they are written to. */
  long[] bits(long[] work) {
    return areWritten() ? work : dropped;
  }

  /**
   * Writes the bits of a run, if they are not stored one by one and are not written yet.
   *
   * <p>Modified: {@code work}.
   *
   * @param element first element of the run
   * @param length length of the run
   * @param written what the last call returned for the same work array; -1 at first
   * @return number of the stored bit from which the bits were written
   */
  int write(int element, int length, int written, long[] work) {
    if (!areWritten()) {
      return written;
    }
    int planeSize = layout.planeSize();
    int inPlane = element % planeSize;
    int bit = layout.bit(element - inPlane);
    int planes = (inPlane + length + planeSize - 1) / planeSize;
    if (spreads) {
      spread(bit, planes, work);
    } else if (bit != written) {
      repeat(bit, planes, work);
    }
    return bit;
  }

  private void spread(int firstPlane, int planes, long[] work) {
    int planeSize = layout.planeSize();
    Arrays.fill(work, 0, Bits.words(planes * planeSize), 0);
    for (int plane = 0; plane < planes; plane++) {
      if (Bits.get(dropped, firstPlane + plane)) {
        Bits.set(work, plane * planeSize, planeSize);
      }
    }
  }

  /** Writes the bits of a plane once, and doubles what is written until there are enough planes. */
  private void repeat(int bit, int planes, long[] work) {
    int planeSize = layout.planeSize();
    int end = planes * planeSize;
    Arrays.fill(work, 0, Bits.words(end), 0);
    Bits.or(work, 0, planeSize, dropped, bit);
    for (int done = planeSize; done < end; done *= 2) {
      Bits.or(work, done, Math.min(done, end - done), work, 0);
    }
  }
}
