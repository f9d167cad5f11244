package io.github.dropblock.internal.bits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Each method against {@link BitSet}, at any offset. */
class BitsProperties {
  private static final int WORDS = 12;
  private static final int MAX_OFFSET = 200;

  @Provide
  Arbitrary<Integer> offsets() {
    return Arbitraries.integers()
        .between(0, MAX_OFFSET)
        .edgeCases(edges -> edges.add(1, 63, 64, 65, 127, 128));
  }

  /** Lengths of runs; with an offset they stay in the array. */
  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.integers()
        .between(0, 400)
        .edgeCases(edges -> edges.add(1, 63, 64, 65, 127, 128, 129));
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.integers().between(1, 64).edgeCases(edges -> edges.add(2, 63));
  }

  private static long[] randomWords(long seed) {
    return new Random(seed).longs(WORDS).toArray();
  }

  private static void assertSame(BitSet expected, long[] actual) {
    assertArrayEquals(Arrays.copyOf(expected.toLongArray(), WORDS), actual);
  }

  /** The sum overflowed once. */
  @Example
  void wordsAndBytesOfTheMostBits() {
    assertEquals(1 << 25, Bits.words(Integer.MAX_VALUE));
    assertEquals(1 << 28, Bits.bytes(Integer.MAX_VALUE));
    assertEquals(2, Bits.bytes(9));
    assertEquals(0, Bits.bytes(0));
  }

  @Property
  void invertChangesTheBitsOfARunAlone(
      @ForAll long seed, @ForAll("offsets") int offset, @ForAll("lengths") int length) {
    long[] words = randomWords(seed);
    BitSet expected = BitSet.valueOf(words);
    expected.flip(offset, offset + length);
    Bits.invert(words, offset, length);
    assertSame(expected, words);
  }

  @Property
  void wordsIsTheCeilingOfTheQuotient(@ForAll @IntRange(max = Integer.MAX_VALUE) int bits) {
    assertEquals((int) Math.ceil(bits / 64.0), Bits.words(bits));
  }

  @Example
  void onesSetsTheLowestBits() {
    for (int count = 0; count <= 64; count++) {
      BitSet expected = new BitSet();
      expected.set(0, count);
      assertArrayEquals(
          expected.toLongArray(), BitSet.valueOf(new long[] {Bits.ones(count)}).toLongArray());
    }
  }

  @Property
  void getReadsOneBit(@ForAll long seed, @ForAll("offsets") int bit) {
    long[] words = randomWords(seed);
    assertEquals(BitSet.valueOf(words).get(bit), Bits.get(words, bit));
  }

  @Property
  void readTakesTheRunToTheLowestBits(
      @ForAll long seed, @ForAll("offsets") int first, @ForAll("counts") int count) {
    long[] words = randomWords(seed);
    BitSet run = BitSet.valueOf(words).get(first, first + count);
    assertEquals(run, BitSet.valueOf(new long[] {Bits.read(words, first, count)}));
    assertArrayEquals(randomWords(seed), words);
  }

  @Property
  void orOfAWordSetsItsBitsAndCountsTheNewOnes(
      @ForAll long seed,
      @ForAll long bits,
      @ForAll("offsets") int first,
      @ForAll("counts") int count) {
    long[] words = randomWords(seed);
    BitSet expected = BitSet.valueOf(words);
    for (int i = 0; i < count; i++) {
      if ((bits >>> i & 1) != 0) {
        expected.set(first + i);
      }
    }
    int added = expected.cardinality() - BitSet.valueOf(words).cardinality();
    assertEquals(added, Bits.or(words, first, count, bits & Bits.ones(count)));
    assertSame(expected, words);
  }

  @Property
  void setSetsARunAndCountsTheNewBits(
      @ForAll long seed, @ForAll("offsets") int first, @ForAll("lengths") int length) {
    long[] words = randomWords(seed);
    BitSet expected = BitSet.valueOf(words);
    expected.set(first, first + length);
    int added = expected.cardinality() - BitSet.valueOf(words).cardinality();
    assertEquals(added, Bits.set(words, first, length));
    assertSame(expected, words);
  }

  @Property
  void orOfARunSetsWhatTheSourceHasAndCountsTheNewBits(
      @ForAll long seed,
      @ForAll("offsets") int first,
      @ForAll("offsets") int sourceFirst,
      @ForAll("lengths") int length) {
    long[] words = randomWords(seed);
    long[] source = randomWords(~seed);
    BitSet expected = BitSet.valueOf(words);
    for (int i = 0; i < length; i++) {
      if (BitSet.valueOf(source).get(sourceFirst + i)) {
        expected.set(first + i);
      }
    }
    int added = expected.cardinality() - BitSet.valueOf(words).cardinality();
    assertEquals(added, Bits.or(words, first, length, source, sourceFirst));
    assertSame(expected, words);
    assertArrayEquals(randomWords(~seed), source);
  }

  @Property
  void countIsTheCardinalityOfTheRun(
      @ForAll long seed, @ForAll("offsets") int first, @ForAll("lengths") int length) {
    long[] words = randomWords(seed);
    int expected = BitSet.valueOf(words).get(first, first + length).cardinality();
    assertEquals(expected, Bits.count(words, first, length));
    assertArrayEquals(randomWords(seed), words);
  }

  @Property(tries = 50)
  void transposeTurnsTheSquare(@ForAll long seed) {
    long[] square = new Random(seed).longs(64).toArray();
    long[] transposed = square.clone();
    Bits.transpose(transposed);
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < 64; j++) {
        assertEquals(square[i] >>> j & 1, transposed[j] >>> i & 1);
      }
    }
    Bits.transpose(transposed);
    assertArrayEquals(square, transposed);
  }

  /** A run that ends with the array's last word must not touch a word after it. */
  @Property(tries = 200)
  void runsMayEndWithTheArray(@ForAll long seed, @ForAll @IntRange(min = 1, max = 64) int count) {
    long[] words = randomWords(seed);
    int first = WORDS * Long.SIZE - count;
    long expected = words[WORDS - 1] >>> (Long.SIZE - count);
    assertEquals(expected, Bits.read(words, first, count));
    assertEquals(Long.bitCount(expected), Bits.count(words, first, count));
    assertEquals(count - Long.bitCount(expected), Bits.set(words, first, count));
    assertEquals(0, Bits.or(words, first, count, expected));
    assertEquals(0, Bits.or(words, first, count, randomWords(~seed), 0));
  }
}
