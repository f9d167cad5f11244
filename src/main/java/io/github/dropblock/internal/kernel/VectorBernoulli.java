package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.BernoulliWord;
import io.github.dropblock.internal.random.UniformBits;
import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link BernoulliWord} for many words at once.
 *
 * <p>Each lane of a vector holds a word, that is, 64 uniform numbers. A chunk of words is compared
 * with the threshold two digits at a time, until all numbers of the chunk are decided.
 */
final class VectorBernoulli {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  /**
   * Number of words of a chunk. Longer chunks keep the generator busier, but take more digits until
   * the last number is decided.
   */
  private static final int CHUNK = 128;

  /**
   * Number of blocks after which a chunk may be decided. Fewer seldom suffice, so they are not
   * checked.
   */
  private static final int BLOCKS_AT_LEAST = 5;

  // Arrays only: a thread that outlives the library must not hold on to its classes.
  private static final ThreadLocal<long[][]> SCRATCH =
      ThreadLocal.withInitial(
          () -> new long[][] {new long[2 * CHUNK], new long[CHUNK], new long[CHUNK]});

  private VectorBernoulli() {}

  /** Draws words of 64 Bernoulli draws, as {@link Kernels#bernoulliWords}. */
  static void words(
      long key0, long key1, long counter0, long counter1, long threshold, long[] out, int words) {
    long[][] scratch = SCRATCH.get();
    for (int first = 0; first < words; first += CHUNK) {
      int count = Math.min(CHUNK, words - first);
      long counter = counter1 + (long) first * BernoulliWord.BLOCKS;
      draw(key0, key1, counter0, counter, threshold, scratch, wholeVectors(count));
      System.arraycopy(scratch[2], 0, out, first, count);
    }
  }

  private static int wholeVectors(int count) {
    return (count + LONGS.length() - 1) / LONGS.length() * LONGS.length();
  }

  private static void draw(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      long[][] scratch,
      int count) {
    long[] random = scratch[0];
    long[] undecided = scratch[1];
    long[] below = scratch[2];
    Arrays.fill(undecided, 0, count, -1L);
    Arrays.fill(below, 0, count, 0L);
    long rest = threshold << (Long.SIZE - UniformBits.BITS);
    for (int block = 0; rest != 0; block++, rest <<= 2) {
      int step = BernoulliWord.BLOCKS;
      VectorThreefry.blocks(key0, key1, counter0, counter1 + block, step, random, count);
      decide(rest, random, undecided, below, count);
      if (block >= BLOCKS_AT_LEAST - 1 && allDecided(undecided, count)) {
        return;
      }
    }
  }

  /**
   * Compares two digits of each number with those of the threshold, the two highest bits of {@code
   * rest}.
   *
   * <p>A number stays undecided if its digit equals the threshold's, and is below the threshold if
   * its digit is less.
   */
  private static void decide(long rest, long[] random, long[] undecided, long[] below, int count) {
    long first = rest >> (Long.SIZE - 1);
    long second = rest << 1 >> (Long.SIZE - 1);
    for (int i = 0; i < count; i += LONGS.length()) {
      LongVector before = LongVector.fromArray(LONGS, undecided, i);
      LongVector between = before.and(LongVector.fromArray(LONGS, random, i).lanewise(XOR, ~first));
      LongVector after =
          between.and(LongVector.fromArray(LONGS, random, count + i).lanewise(XOR, ~second));
      after.intoArray(undecided, i);
      LongVector less = before.lanewise(XOR, between).and(first);
      LongVector less2 = between.lanewise(XOR, after).and(second);
      LongVector.fromArray(LONGS, below, i).or(less).or(less2).intoArray(below, i);
    }
  }

  private static boolean allDecided(long[] undecided, int count) {
    LongVector left = LongVector.zero(LONGS);
    for (int i = 0; i < count; i += LONGS.length()) {
      left = left.or(LongVector.fromArray(LONGS, undecided, i));
    }
    return left.reduceLanes(OR) == 0;
  }
}
