package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Each bit against the comparison of its lane's number with the threshold. */
class BernoulliWordTest {
  private static final long ONE = UniformBits.ONE;

  @Provide
  Arbitrary<Long> thresholds() {
    return Arbitraries.oneOf(
        Arbitraries.of(0L, 1L, 2L, ONE / 2 - 1, ONE / 2, ONE / 2 + 1, ONE - 1, ONE),
        Arbitraries.randomValue(random -> random.nextLong() >>> 11),
        Arbitraries.randomValue(random -> 1L << random.nextInt(53)));
  }

  @Property(tries = 500)
  void eachBitIsItsOwnComparison(
      @ForAll long key0,
      @ForAll long key1,
      @ForAll long counter0,
      @ForAll long counter1,
      @ForAll("thresholds") long threshold) {
    assertEquals(
        BernoulliSpecification.word(key0, key1, counter0, counter1, threshold),
        BernoulliWord.draw(key0, key1, counter0, counter1, threshold, new long[2]));
  }

  /** A threshold equal to a lane's own number is decided only at its last digit. */
  @Property(tries = 500)
  void theNumberItselfIsNotBelowItAndItsSuccessorIs(@ForAll long key, @ForAll long counter) {
    int lane = (int) (counter & 63);
    long number = number(key, counter, lane);
    assertEquals(0, draw(key, counter, number) >>> lane & 1);
    assertEquals(1, draw(key, counter, number + 1) >>> lane & 1);
  }

  private static long number(long key, long counter, int lane) {
    long number = 0;
    for (int digit = 0; digit < UniformBits.BITS; digit++) {
      long word = ThreefrySpecification.block(key, 0, 0, counter + digit / 2)[digit % 2];
      number = number << 1 | (word >>> lane & 1);
    }
    return number;
  }

  private static long draw(long key, long counter, long threshold) {
    return BernoulliWord.draw(key, 0, 0, counter, threshold, new long[2]);
  }

  @Property(tries = 200)
  void moreSucceedUnderALargerThreshold(
      @ForAll long key,
      @ForAll("thresholds") long oneThreshold,
      @ForAll("thresholds") long otherThreshold) {
    long few = draw(key, 0, Math.min(oneThreshold, otherThreshold));
    long many = draw(key, 0, Math.max(oneThreshold, otherThreshold));
    assertEquals(few, few & many);
  }

  @Test
  void certaintyNeedsNoRandomWord() {
    assertEquals(0, draw(1, 1, 0));
    assertEquals(-1L, draw(1, 1, ONE));
  }

  @Test
  void oneHalfIsTheInvertedFirstRandomWord() {
    assertEquals(~ThreefrySpecification.block(7, 0, 0, 9)[0], draw(7, 9, ONE / 2));
  }

  @Test
  void aWordNeverLeavesItsBlocks() {
    assertTrue(2 * BernoulliWord.BLOCKS >= UniformBits.BITS);
  }
}
