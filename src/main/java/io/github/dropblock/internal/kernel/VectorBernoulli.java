package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.VectorOperators.AND_NOT;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.BernoulliWord;
import io.github.dropblock.internal.random.UniformBits;
import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link BernoulliWord} on a chunk of words, digit by digit until all are decided. */
final class VectorBernoulli {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  /** Longer chunks keep the generator busier, but wait longer for their last undecided number. */
  private static final int CHUNK = 64;

  /** Fewer blocks never decide a chunk, so the question is not asked before. */
  private static final int BLOCKS_AT_LEAST = 5;

  // Arrays only: a thread that outlives the library must not hold on to its classes.
  private static final ThreadLocal<long[][]> SCRATCH =
      ThreadLocal.withInitial(
          () -> new long[][] {new long[2 * CHUNK], new long[CHUNK], new long[CHUNK]});

  private VectorBernoulli() {}

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
      decide(rest, random, 0, undecided, below, count);
      decide(rest << 1, random, count, undecided, below, count);
      if (block >= BLOCKS_AT_LEAST - 1 && allDecided(undecided, count)) {
        return;
      }
    }
  }

  /** Compares one digit of each number with the threshold's, the sign bit of {@code rest}. */
  private static void decide(
      long rest, long[] random, int from, long[] undecided, long[] below, int count) {
    if (rest < 0) {
      decideOne(random, from, undecided, below, count);
    } else {
      decideZero(random, from, undecided, count);
    }
  }

  /** Where the threshold has a one, numbers with a zero are below. */
  private static void decideOne(
      long[] random, int from, long[] undecided, long[] below, int count) {
    for (int i = 0; i < count; i += LONGS.length()) {
      LongVector before = LongVector.fromArray(LONGS, undecided, i);
      LongVector after = before.and(LongVector.fromArray(LONGS, random, from + i));
      after.intoArray(undecided, i);
      LongVector.fromArray(LONGS, below, i).or(before.lanewise(XOR, after)).intoArray(below, i);
    }
  }

  /** Where the threshold has a zero, numbers with a one are not below. */
  private static void decideZero(long[] random, int from, long[] undecided, int count) {
    for (int i = 0; i < count; i += LONGS.length()) {
      LongVector digits = LongVector.fromArray(LONGS, random, from + i);
      LongVector.fromArray(LONGS, undecided, i).lanewise(AND_NOT, digits).intoArray(undecided, i);
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
