package io.github.dropblock.internal.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Runs that are written one after another, against a set of bits. */
class BitWriterProperties {
  private static final int SOURCE_BITS = 640;

  @Property
  void runsFollowEachOther(
      @ForAll @Size(max = 12) List<@IntRange(max = 300) Integer> lengths, @ForAll Random random) {
    long[] source = random.longs(SOURCE_BITS / 64).toArray();
    BitSet from = BitSet.valueOf(source);
    long[] words = random.longs(12 * 300 / 64 + 1).toArray();
    BitWriter writer = new BitWriter(words);
    writer.write(1, 1);
    writer.restart();
    BitSet expected = new BitSet();
    int at = 0;
    for (int length : lengths) {
      int first = random.nextInt(SOURCE_BITS - length);
      switch (random.nextInt(3)) {
        case 0 -> {
          writer.copy(source, first, length);
          for (int i = 0; i < length; i++) {
            expected.set(at + i, from.get(first + i));
          }
        }
        case 1 -> {
          writer.repeat(true, length);
          expected.set(at, at + length);
        }
        default -> writer.repeat(false, length);
      }
      at += length;
    }
    writer.finish();
    BitSet actual = BitSet.valueOf(words).get(0, (at + 63) / 64 * 64);
    assertEquals(expected, actual);
  }
}
