package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.Threefry;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Threefry on as many consecutive counters as a vector has lanes.
 *
 * <p>The rounds stand in one method, here as in {@link VectorBernoulli}: a vector that is returned
 * or stored in a pair would be boxed.
 */
final class VectorThreefry {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorShuffle<Long> ZIP_LOW = VectorShuffle.makeZip(LONGS, 0);
  private static final VectorShuffle<Long> ZIP_HIGH = VectorShuffle.makeZip(LONGS, 1);

  private VectorThreefry() {}

  /**
   * As many blocks as fill whole vectors, in order.
   *
   * <p>Modified: two elements of {@code out} for each.
   *
   * @return how many were drawn
   */
  static int blocks(long key0, long key1, long counter0, long counter1, long[] out, int blocks) {
    int lanes = LONGS.length();
    int whole = blocks - blocks % lanes;
    long key2 = Threefry.PARITY ^ key0 ^ key1;
    for (int i = 0; i < whole; i += lanes) {
      LongVector x = LongVector.broadcast(LONGS, counter0 + key0);
      LongVector y = LongVector.broadcast(LONGS, counter1 + key1 + i).addIndex(1);
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
      x.rearrange(ZIP_LOW, y).intoArray(out, 2 * i);
      x.rearrange(ZIP_HIGH, y).intoArray(out, 2 * i + lanes);
    }
    return whole;
  }
}
