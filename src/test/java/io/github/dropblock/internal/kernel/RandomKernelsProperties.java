package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.internal.random.BernoulliSpecification;
import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.Threefry;
import io.github.dropblock.internal.random.UniformBits;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** The loops that draw random words, against the functions of one block and of one word. */
@Tag("kernels")
class RandomKernelsProperties extends KernelArbitraries {
  private static final long UNTOUCHED = 0x0123456789abcdefL;
  private static final int BEHIND = 9;

  /** A key and the first counter. */
  record Start(long key0, long key1, long counter0, long counter1) {}

  @Provide
  Arbitrary<Start> starts() {
    Arbitrary<Long> words = Arbitraries.longs();
    return Combinators.combine(words, words, words, words).as(Start::new);
  }

  @Provide
  Arbitrary<Long> thresholds() {
    long one = UniformBits.ONE;
    return Arbitraries.oneOf(
        Arbitraries.of(0L, 1L, one / 2, one - 1, one),
        Arbitraries.randomValue(random -> random.nextLong() >>> 11),
        Arbitraries.randomValue(random -> random.nextLong() >>> 17),
        Arbitraries.randomValue(random -> (random.nextLong() >>> 11) & (-1L << 42)));
  }

  @Property(tries = 500)
  void randomBlocksAreConsecutiveBlocks(
      @ForAll("kernels") Kernels kernels,
      @ForAll("starts") Start at,
      @ForAll @IntRange(max = 70) int blocks) {
    long[] expected = untouched(2 * blocks);
    for (int i = 0; i < blocks; i++) {
      Threefry.block(at.key0, at.key1, at.counter0, at.counter1 + i, expected, i, blocks + i);
    }
    long[] actual = untouched(2 * blocks);
    kernels.randomBlocks(at.key0, at.key1, at.counter0, at.counter1, actual, blocks);
    assertArrayEquals(expected, actual);
  }

  @Property(tries = 500)
  void bernoulliWordsAreConsecutiveWords(
      @ForAll("kernels") Kernels kernels,
      @ForAll("starts") Start at,
      @ForAll("thresholds") long threshold,
      @ForAll @IntRange(max = 40) int words) {
    int written = BernoulliWords.wholeRows(words);
    long[] expected = untouched(written);
    long[] drawn =
        BernoulliSpecification.words(
            at.key0, at.key1, at.counter0, at.counter1, threshold, written);
    System.arraycopy(drawn, 0, expected, 0, words);
    long[] actual = untouched(written);
    long[] work = new long[Kernels.BERNOULLI_WORK];
    kernels.bernoulliWords(
        at.key0, at.key1, at.counter0, at.counter1, threshold, actual, words, work);
    Arrays.fill(expected, words, written, 0);
    Arrays.fill(actual, words, written, 0); // May hold anything.
    assertArrayEquals(expected, actual);
  }

  private static long[] untouched(int written) {
    long[] words = new long[written + BEHIND];
    Arrays.fill(words, UNTOUCHED);
    return words;
  }
}
