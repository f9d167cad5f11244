package io.github.dropblock.reliability.soak.bits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitArraysTest {
  private static final int BITS = 300;

  private static long[] random() {
    return BitArrays.first(new Random(1).longs(5).toArray(), BITS);
  }

  private static long[] words(BitSet set) {
    return Arrays.copyOf(set.toLongArray(), BitArrays.words(BITS));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 128, 299})
  void shiftAndFirst(int count) {
    BitSet set = BitSet.valueOf(random());
    long[] shifted = new long[5];
    BitArrays.shiftDown(random(), count, shifted);
    assertArrayEquals(words(set.get(count, BITS)), shifted);
    assertArrayEquals(words(set.get(0, count)), BitArrays.first(random(), count));
  }

  @Test
  void repeat() {
    BitSet pattern = new BitSet();
    pattern.set(0);
    pattern.set(48);
    BitSet all = BitSet.valueOf(BitArrays.repeat(pattern, 49, 49 * 5));
    assertEquals("{0, 48, 49, 97, 98, 146, 147, 195, 196, 244}", all.toString());
    assertEquals(10, BitArrays.count(all.toLongArray()));
  }
}
