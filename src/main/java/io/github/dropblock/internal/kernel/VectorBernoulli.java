package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.BernoulliWord;
import io.github.dropblock.internal.random.Threefry;
import io.github.dropblock.internal.random.UniformBits;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link BernoulliWord} on as many words as a vector has lanes. */
final class VectorBernoulli {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final LongVector BLOCKS =
      LongVector.zero(LONGS)
          .addIndex(1)
          .lanewise(LSHL, Integer.numberOfTrailingZeros(BernoulliWord.BLOCKS));

  /** Fewer blocks seldom decide a whole vector, so the question is not asked before. */
  private static final int BLOCKS_AT_LEAST = 4;

  private VectorBernoulli() {}

  /**
   * As many words as fill whole vectors.
   *
   * <p>Modified: an element of {@code out} for each.
   *
   * @return how many were drawn
   */
  static int words(
      long key0, long key1, long counter0, long counter1, long threshold, long[] out, int words) {
    int lanes = LONGS.length();
    int whole = words - words % lanes;
    for (int i = 0; i < whole; i += lanes) {
      long first = counter1 + (long) i * BernoulliWord.BLOCKS;
      draw(key0, key1, counter0, first, threshold, out, i);
    }
    return whole;
  }

  private static void draw(
      long key0, long key1, long counter0, long counter1, long threshold, long[] out, int at) {
    long key2 = Threefry.PARITY ^ key0 ^ key1;
    LongVector below = LongVector.zero(LONGS);
    LongVector undecided = LongVector.broadcast(LONGS, -1L);
    long rest = threshold << (Long.SIZE - UniformBits.BITS);
    for (int block = 0; rest != 0; block++) {
      LongVector x = LongVector.broadcast(LONGS, counter0 + key0);
      LongVector y = BLOCKS.add(counter1 + key1 + block);
      x = x.add(y);
      y = y.lanewise(ROL, 16).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 42).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 12).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 31).lanewise(XOR, x);
      x = x.add(key1);
      y = y.add(key2 + 1);
      x = x.add(y);
      y = y.lanewise(ROL, 16).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 32).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 24).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 21).lanewise(XOR, x);
      x = x.add(key2);
      y = y.add(key0 + 2);
      x = x.add(y);
      y = y.lanewise(ROL, 16).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 42).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 12).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, 31).lanewise(XOR, x);
      x = x.add(key0);
      y = y.add(key1 + 3);
      x = x.add(y);
      y = y.lanewise(ROL, 16).lanewise(XOR, x);
      long digit = rest >> (Long.SIZE - 1);
      LongVector open = undecided.and(x.lanewise(XOR, ~digit));
      below = below.or(undecided.lanewise(XOR, open).and(digit));
      digit = rest << 1 >> (Long.SIZE - 1);
      undecided = open.and(y.lanewise(XOR, ~digit));
      below = below.or(open.lanewise(XOR, undecided).and(digit));
      rest <<= 2;
      if (block >= BLOCKS_AT_LEAST - 1 && undecided.reduceLanes(OR) == 0) {
        break;
      }
    }
    below.intoArray(out, at);
  }
}
