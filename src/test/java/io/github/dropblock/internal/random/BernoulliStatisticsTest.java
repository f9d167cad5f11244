package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frequency of successes, and independence of neighbors in a word, from word to word and from
 * stream to stream.
 *
 * <p>Seeds are fixed, so results do not change from run to run. A correct implementation with
 * another seed fails one row in 1000.
 */
class BernoulliStatisticsTest {
  private static final double FALSE_ALARM_RATE = 0.001;
  private static final int WORDS = 20_000;

  private static long[] draws(double p) {
    return draws(2018, 0, 0, 0, p);
  }

  private static long[] draws(long seed, long step, long sample, long counter, double p) {
    long[] words = new long[WORDS];
    long[] work = new long[BernoulliWords.WORK];
    long threshold = UniformBits.threshold(p);
    BernoulliWords.draw(seed, step, sample, counter, threshold, words, WORDS, work);
    return words;
  }

  private static void assertLikely(double pValue) {
    assertTrue(pValue > FALSE_ALARM_RATE, () -> "p value " + pValue);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 1.0 / 64, 0.1, 1.0 / 3, 0.5, 0.9})
  void successesAreAsFrequentAsAskedFor(double p) {
    int successes = Arrays.stream(draws(p)).mapToInt(Long::bitCount).sum();
    assertLikely(BinomialTest.withDefaults().test(64 * WORDS, successes, p).getPValue());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0 / 64, 0.1, 0.5, 0.9})
  void lanesAreEquallyFrequent(double p) {
    long[] lanes = new long[Long.SIZE];
    for (long word : draws(p)) {
      for (int lane = 0; lane < lanes.length; lane++) {
        lanes[lane] += word >>> lane & 1;
      }
    }
    assertLikely(ChiSquareTest.withDefaults().test(lanes).getPValue());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0 / 64, 0.1, 0.5, 0.9})
  void neighborsInAWordAreIndependent(double p) {
    long[][] pairs = new long[2][2];
    for (long word : draws(p)) {
      count(pairs, word & Long.MAX_VALUE, word >>> 1, 63);
    }
    assertLikely(ChiSquareTest.withDefaults().test(pairs).getPValue());
  }

  /** Neighboring lanes of the generator, the next word of the same lane, and the next chunk. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.015625", "1, 0.1", "1, 0.5", "1, 0.9",
    "8, 0.015625", "8, 0.1", "8, 0.5", "8, 0.9",
    "256, 0.015625", "256, 0.1", "256, 0.5", "256, 0.9"
  })
  void theSamePlaceOfTwoWordsIsIndependent(int distance, double p) {
    long[] words = draws(p);
    long[][] pairs = new long[2][2];
    for (int i = distance; i < words.length; i++) {
      count(pairs, words[i - distance], words[i], 64);
    }
    assertLikely(ChiSquareTest.withDefaults().test(pairs).getPValue());
  }

  /** A seed one bit apart at either end, the next step, sample and unit, and a block on. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0",
    "-9223372036854775808, 0, 0, 0",
    "0, 1, 0, 0",
    "0, 0, 1, 0",
    "0, 0, 0, 4294967296"
  })
  void neighboringStreamsAreIndependent(long seed, long step, long sample, long counter) {
    for (double p : new double[] {1.0 / 64, 0.1, 0.5}) {
      long[] here = draws(2018, 5, 6, 0, p);
      long[] there = draws(2018 ^ seed, 5 + step, 6 + sample, counter, p);
      long[][] pairs = new long[2][2];
      for (int i = 0; i < WORDS; i++) {
        count(pairs, here[i], there[i], 64);
      }
      assertLikely(ChiSquareTest.withDefaults().test(pairs).getPValue());
    }
  }

  /** Counts the four kinds of pairs of bits that stand at the same place. */
  private static void count(long[][] pairs, long a, long b, int bits) {
    int both = Long.bitCount(a & b);
    int onlyA = Long.bitCount(a & ~b);
    int onlyB = Long.bitCount(b & ~a);
    pairs[1][1] += both;
    pairs[1][0] += onlyA;
    pairs[0][1] += onlyB;
    pairs[0][0] += bits - both - onlyA - onlyB;
  }
}
