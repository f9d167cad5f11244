package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.random.ThreefrySpecification;
import java.math.BigInteger;

/**
 * The randomness contract of holes: which positions of the one plane of each sample are cut out.
 * Slow, plain, and meant to be ported; it shares no code with the library but the numbers of an
 * {@link Axis}.
 *
 * @param depth the axis D, of extent 1 for 1-D and 2-D maps; a hole may start at as many places as
 *     there are positions
 * @param height the axis H, of extent 1 for 1-D maps
 * @param width the axis W
 * @param holes holes of each sample
 */
public record HoleSpecification(Axis depth, Axis height, Axis width, int holes) {
  /** A hole around each position; one of even length has a position more behind its center. */
  public static Axis axis(int extent, int length) {
    return new Axis(extent, length, -((length - 1) / 2), extent);
  }

  /** What a mask of some samples of a batch drops, in row-major order of N, D, H, W. */
  public boolean[] dropped(long seed, long step, long firstSample, int samples) {
    boolean[] dropped = new boolean[samples * positions()];
    for (int i = 0; i < samples; i++) {
      for (int hole = 0; hole < holes; hole++) {
        // A block of the generator has two words; the second is not used.
        long word = ThreefrySpecification.block(seed, step, firstSample + i, hole)[0];
        cut(dropped, i * positions(), center(word));
      }
    }
    return dropped;
  }

  /** The word as a fraction of 2^64, times the positions, rounded down. */
  private int center(long word) {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
    return unsigned.multiply(BigInteger.valueOf(positions())).shiftRight(64).intValueExact();
  }

  private void cut(boolean[] dropped, int plane, int center) {
    int layer = height.extent() * width.extent();
    for (int position = 0; position < positions(); position++) {
      boolean inHole =
          covers(depth, center / layer, position / layer)
              && covers(height, center % layer / width.extent(), position % layer / width.extent())
              && covers(width, center % width.extent(), position % width.extent());
      dropped[plane + position] |= inHole;
    }
  }

  private static boolean covers(Axis axis, int center, int position) {
    int first = center + axis.firstStart();
    return position >= first && position < first + axis.block();
  }

  private int positions() {
    return depth.extent() * height.extent() * width.extent();
  }
}
