package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bit against the comparison of its own number with the threshold. */
class BernoulliWordsTest {
  private static final long ONE = UniformBits.ONE;

  /** Thresholds with up to 12 digits have no ties, and a chunk is 256 words. */
  @Provide
  Arbitrary<Long> thresholds() {
    return Arbitraries.oneOf(
        Arbitraries.of(0L, 1L, 2L, ONE / 2 - 1, ONE / 2, ONE / 2 + 1, ONE - 1, ONE),
        Arbitraries.randomValue(random -> random.nextLong() >>> 11),
        Arbitraries.randomValue(random -> (random.nextLong() >>> 11) & (-1L << random.nextInt(53))),
        Arbitraries.randomValue(random -> 1L << random.nextInt(53)));
  }

  private static long[] draw(long key, long counter, long threshold, int words) {
    long[] out = new long[BernoulliWords.wholeRows(words)];
    long[] work = new long[BernoulliWords.WORK];
    BernoulliWords.draw(key, 3, 2, counter, threshold, out, words, work);
    return Arrays.copyOf(out, words);
  }

  @Property(tries = 300)
  void eachBitIsItsOwnComparison(
      @ForAll long key0,
      @ForAll long key1,
      @ForAll long counter0,
      @ForAll long counter1,
      @ForAll("thresholds") long threshold,
      @ForAll @IntRange(min = 1, max = 20) int words) {
    long[] out = new long[BernoulliWords.wholeRows(words)];
    long[] work = new long[BernoulliWords.WORK];
    BernoulliWords.draw(key0, key1, counter0, counter1, threshold, out, words, work);
    assertArrayEquals(
        BernoulliSpecification.words(key0, key1, counter0, counter1, threshold, words),
        Arrays.copyOf(out, words));
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 257, 511, 520, 769})
  void chunksGoOnWhereTheLastOneEnded(int words) {
    long threshold = UniformBits.threshold(0.1);
    assertArrayEquals(
        BernoulliSpecification.words(9, 3, 2, 7, threshold, words), draw(9, 7, threshold, words));
  }

  /** What a stream draws does not depend on where it ends, up to the first chunk's size. */
  @Property(tries = 100)
  void theFirstWordDoesNotDependOnTheirNumberWithinARow(
      @ForAll long key,
      @ForAll("thresholds") long threshold,
      @ForAll @IntRange(min = 1, max = 8) int words) {
    long first = BernoulliWords.first(key, 3, 2, 5, threshold, new long[Xoshiro.STATE_WORDS]);
    assertEquals(draw(key, 5, threshold, words)[0], first);
  }

  @Property(tries = 200)
  void moreSucceedUnderALargerThresholdOfTheSameDigits(
      @ForAll long key,
      @ForAll @IntRange(max = 4095) int one,
      @ForAll @IntRange(max = 4095) int other) {
    // Odd numbers of 13 digits: all draw the same 12 digits, and ties.
    long few = draw(key, 0, (2L * Math.min(one, other) + 1) << 40, 1)[0];
    long many = draw(key, 0, (2L * Math.max(one, other) + 1) << 40, 1)[0];
    assertEquals(few, few & many);
  }

  @Test
  void certaintyNeedsNoRandomWord() {
    assertArrayEquals(new long[9], draw(1, 1, 0, 9));
    long[] all = new long[9];
    Arrays.fill(all, -1L);
    assertArrayEquals(all, draw(1, 1, ONE, 9));
  }

  @Test
  void oneHalfIsTheFirstWordOfEachLane() {
    long[] words = draw(7, 9, ONE / 2, 8);
    for (int lane = 0; lane < 8; lane++) {
      long[] low = ThreefrySpecification.block(7, 3, 2, 9 + lane);
      long[] high = ThreefrySpecification.block(7, 3, 2, 17 + lane);
      assertEquals(new XoshiroSpecification(low[0], low[1], high[0], high[1]).next(), words[lane]);
    }
  }
}
