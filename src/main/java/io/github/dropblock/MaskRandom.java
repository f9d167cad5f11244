package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.Threefry;
import io.github.dropblock.internal.random.UniformBits;

/**
 * Source of random numbers that are addressed by a counter instead of being drawn in order. Each
 * number follows from the seed, the step, the sample's index in the whole batch and the counter, by
 * the generator Threefry-2x64.
 *
 * <p>So a mask made of them does not depend on the order of computation or on threads. Numbers of
 * one kind with different counters are independent. Numbers of different kinds are independent only
 * if their counters differ too. The library's own masks use none of these numbers.
 *
 * <p>Not safe for use by many threads. Create one for each thread.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror and Shaw, "Parallel
 *     random numbers: as easy as 1, 2, 3", SC 2011</a>
 * @since 0.1.0
 */
public final class MaskRandom {
  /** The two upper bits of a counter: 00 is for masks, 10 and 11 for noise. */
  private static final long WORDS = 1L << 62;

  private static final long BITS = WORDS | 1L << 61;

  /** Largest counter. */
  private static final long MAX_COUNTER = (1L << 55) - 1;

  private final long[] words = new long[BernoulliWords.WORK];
  private final long seed;
  private final long step;
  private final long sample;

  private MaskRandom(long seed, long step, long sample) {
    this.seed = seed;
    this.step = step;
    this.sample = sample;
  }

  /**
   * Creates the source of one sample.
   *
   * @param seed any number
   * @param step the training step, at least 0
   * @param sample the sample's index in the whole batch, at least 0
   * @return the source
   * @throws IllegalArgumentException if {@code step} or {@code sample} is negative
   */
  public static MaskRandom of(long seed, long step, long sample) {
    return new MaskRandom(
        seed, Check.atLeast("step", step, 0L), Check.atLeast("sample", sample, 0L));
  }

  /**
   * Returns 64 uniform bits.
   *
   * @param counter in [0, 2^55)
   * @return a word
   * @throws IllegalArgumentException if {@code counter} is out of range
   */
  public long word(long counter) {
    Check.inRange("counter", counter, 0, MAX_COUNTER);
    Threefry.block(seed, step, sample, WORDS | counter >> 1, words, 0, 1);
    return words[(int) (counter & 1)];
  }

  /**
   * Returns a uniform number: the upper 53 bits of {@link #word} times 2^-53.
   *
   * @param counter in [0, 2^55)
   * @return a number in [0, 1)
   * @throws IllegalArgumentException if {@code counter} is out of range
   */
  public double uniform(long counter) {
    return UniformBits.ofWord(word(counter)) * 0x1p-53;
  }

  /**
   * Returns true with a given probability: {@code uniform(counter) < probability}, exactly.
   *
   * @param probability in [0, 1]
   * @param counter in [0, 2^55)
   * @return the draw
   * @throws IllegalArgumentException if an argument is out of range
   */
  public boolean bernoulli(double probability, long counter) {
    long threshold = UniformBits.threshold(Check.probability("probability", probability));
    return UniformBits.ofWord(word(counter)) < threshold;
  }

  /**
   * Returns 64 independent draws at once, for a fraction of the cost of 64 calls.
   *
   * @param probability the probability that a bit is set, in [0, 1], rounded to a multiple of 2^-53
   * @param counter in [0, 2^55)
   * @return a word of draws
   * @throws IllegalArgumentException if an argument is out of range
   */
  public long bernoulliBits(double probability, long counter) {
    long threshold = UniformBits.threshold(Check.probability("probability", probability));
    Check.inRange("counter", counter, 0, MAX_COUNTER);
    long[] out = new long[1];
    long first = BITS | counter * BernoulliWords.BLOCKS_OF_ONE;
    BernoulliWords.draw(seed, step, sample, first, threshold, out, 1, words);
    return out[0];
  }

  /**
   * Returns a uniform integer: {@code floor(word * bound / 2^64)} of the unsigned word. The
   * probabilities of two values differ by a factor of at most 1 + 2^-33.
   *
   * @param bound at least 1
   * @param counter in [0, 2^55)
   * @return a number in [0, bound)
   * @throws IllegalArgumentException if an argument is out of range
   */
  public int below(int bound, long counter) {
    Check.atLeast("bound", bound, 1);
    return UniformBits.below(word(counter), bound);
  }
}
