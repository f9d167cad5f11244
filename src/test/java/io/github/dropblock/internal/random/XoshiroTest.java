package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Known answers of each lane, and agreement with the specification on any state. */
class XoshiroTest {
  private static long[] states(int lane, long s0, long s1, long s2, long s3) {
    long[] states = LongStream.range(1000, 1000 + Xoshiro.STATE_WORDS).toArray();
    states[Xoshiro.S0 + lane] = s0;
    states[Xoshiro.S1 + lane] = s1;
    states[Xoshiro.S2 + lane] = s2;
    states[Xoshiro.S3 + lane] = s3;
    return states;
  }

  @Property(tries = 200)
  void wordsAreThoseOfTheAuthorsAlgorithm(
      @ForAll @IntRange(max = 7) int lane,
      @ForAll long s0,
      @ForAll long s1,
      @ForAll long s2,
      @ForAll long s3) {
    long[] states = states(lane, s0, s1, s2, s3);
    XoshiroSpecification expected = new XoshiroSpecification(s0, s1, s2, s3);
    for (int i = 0; i < 20; i++) {
      assertEquals(expected.next(), Xoshiro.next(states, lane));
    }
  }

  /** The first state's words are published; the others are those of the Python implementation. */
  @ParameterizedTest
  @CsvFileSource(resources = "/xoshiro256pp.csv", numLinesToSkip = 1)
  void knownAnswers(String s0, String s1, String s2, String s3, int number, String word) {
    for (int lane = 0; lane < Xoshiro.LANES; lane++) {
      long[] states = states(lane, unsigned(s0), unsigned(s1), unsigned(s2), unsigned(s3));
      for (int i = 1; i < number; i++) {
        Xoshiro.next(states, lane);
      }
      assertEquals(unsigned(word), Xoshiro.next(states, lane));
    }
  }

  private static long unsigned(String decimal) {
    return Long.parseUnsignedLong(decimal);
  }
}
