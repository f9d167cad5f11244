package io.github.dropblock.internal.kernel;

import static io.github.dropblock.internal.kernel.VectorXoshiro.LONGS;
import static jdk.incubator.vector.LongVector.fromArray;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.UniformBits;
import io.github.dropblock.internal.random.Xoshiro;
import java.util.Arrays;
import jdk.incubator.vector.LongVector;

/**
 * Comparison of binary digits with those of a threshold, word by word: see {@link BernoulliWords}.
 *
 * <p>Where a bit of the random word differs from the threshold's digit, the number has the same
 * digit as the threshold. So its draw stays as it is and remains a tie. Where they are equal, that
 * digit is the draw.
 */
final class VectorDigits {
  /** Number of words of the digits: they are repeated for each lane. */
  static final int WORDS = BernoulliWords.MOST_DIGITS * Xoshiro.LANES;

  private VectorDigits() {}

  /** Writes the digits of a threshold from the lowest up. */
  static void prepare(long threshold, int digits, long[] work, int first) {
    for (int i = 0; i < digits; i++) {
      long digit = -(threshold >>> (UniformBits.BITS - digits + i) & 1);
      int at = first + i * Xoshiro.LANES;
      Arrays.fill(work, at, at + Xoshiro.LANES, digit);
    }
  }

  /**
   * Compares the digits of one word of each lane, four at a time.
   *
   * <p>Modified: the draws, with ties as failures, at {@code at} in {@code out}, and the ties, at
   * {@code tiesAt} in {@code work}. Draws must be 0, and all must be ties.
   *
   * @param digits number of digits, a multiple of 4
   * @param digitAt index in {@code work} of the threshold's digits
   * @param randomAt index in {@code work} of the random words, a row of lanes for each digit
   */
  static void compare(
      int digits, int digitAt, int randomAt, long[] out, int at, long[] work, int tiesAt) {
    for (int lane = 0; lane < Xoshiro.LANES; lane += LONGS.length()) {
      int end = digits * Xoshiro.LANES;
      for (int i = lane; i < end; i += 4 * Xoshiro.LANES) {
        int second = i + Xoshiro.LANES;
        int third = second + Xoshiro.LANES;
        int fourth = third + Xoshiro.LANES;
        LongVector draws = fromArray(LONGS, out, at + lane);
        LongVector ties = fromArray(LONGS, work, tiesAt + lane);
        LongVector digit = fromArray(LONGS, work, digitAt + i);
        LongVector same = fromArray(LONGS, work, randomAt + i).lanewise(XOR, digit);
        draws = draws.lanewise(XOR, digit).and(same).lanewise(XOR, digit);
        ties = ties.and(same);
        digit = fromArray(LONGS, work, digitAt + second);
        same = fromArray(LONGS, work, randomAt + second).lanewise(XOR, digit);
        draws = draws.lanewise(XOR, digit).and(same).lanewise(XOR, digit);
        ties = ties.and(same);
        digit = fromArray(LONGS, work, digitAt + third);
        same = fromArray(LONGS, work, randomAt + third).lanewise(XOR, digit);
        draws = draws.lanewise(XOR, digit).and(same).lanewise(XOR, digit);
        ties = ties.and(same);
        digit = fromArray(LONGS, work, digitAt + fourth);
        same = fromArray(LONGS, work, randomAt + fourth).lanewise(XOR, digit);
        draws = draws.lanewise(XOR, digit).and(same).lanewise(XOR, digit);
        ties = ties.and(same);
        draws.intoArray(out, at + lane);
        ties.intoArray(work, tiesAt + lane);
      }
    }
  }
}
