package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Each bit against the comparison of its own number with the threshold. */
class BernoulliWordsTest {
  private static final long ONE = UniformBits.ONE;

  @Provide
  Arbitrary<Long> thresholds() {
    return Arbitraries.oneOf(
        Arbitraries.of(0L, 1L, 2L, ONE / 2 - 1, ONE / 2, ONE / 2 + 1, ONE - 1, ONE),
        Arbitraries.randomValue(random -> random.nextLong() >>> 11),
        Arbitraries.randomValue(random -> (random.nextLong() >>> 11) & (-1L << random.nextInt(53))),
        Arbitraries.randomValue(random -> 1L << random.nextInt(53)));
  }

  private static long[] draw(long key, long counter, long threshold, int words) {
    long[] out = new long[words];
    long[] work = new long[BernoulliWords.WORK];
    BernoulliWords.draw(key, 3, 2, counter, threshold, out, words, work);
    return out;
  }

  @Property(tries = 300)
  void eachBitIsItsOwnComparison(
      @ForAll long key0,
      @ForAll long key1,
      @ForAll long counter0,
      @ForAll long counter1,
      @ForAll("thresholds") long threshold,
      @ForAll @IntRange(min = 1, max = 20) int words) {
    long[] out = new long[words];
    long[] work = new long[BernoulliWords.WORK];
    BernoulliWords.draw(key0, key1, counter0, counter1, threshold, out, words, work);
    assertArrayEquals(
        BernoulliSpecification.words(key0, key1, counter0, counter1, threshold, words), out);
  }

  /** So the mask of the first planes does not depend on how many planes there are. */
  @Property(tries = 200)
  void aWordDoesNotDependOnHowManyFollow(
      @ForAll long key,
      @ForAll("thresholds") long threshold,
      @ForAll @IntRange(min = 1, max = 40) int few,
      @ForAll @IntRange(max = 40) int more) {
    long[] longer = draw(key, 5, threshold, few + more);
    assertArrayEquals(draw(key, 5, threshold, few), Arrays.copyOf(longer, few));
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
  void oneHalfIsTheFourthWordOfEachLane() {
    long[] words = draw(7, 9, ONE / 2, 8);
    for (int i = 0; i < 8; i++) {
      long[] low = ThreefrySpecification.block(7, 3, 2, 9 + i);
      long[] high = ThreefrySpecification.block(7, 3, 2, 17 + i);
      XoshiroSpecification lane = new XoshiroSpecification(low[0], low[1], high[0], high[1]);
      LongStream.range(0, 3).forEach(digit -> lane.next());
      assertEquals(lane.next(), words[i]);
    }
  }
}
