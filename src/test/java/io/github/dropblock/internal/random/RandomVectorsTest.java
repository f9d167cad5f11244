package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Random numbers of the contract's vector files, which the Python implementation checks too. */
class RandomVectorsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/thresholds.csv", numLinesToSkip = 1)
  void probabilitiesHaveTheirThresholds(double probability, long expected) {
    assertEquals(expected, UniformBits.threshold(probability));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/dense.csv", numLinesToSkip = 1)
  void denseWordsAreThoseOfTheirStream(
      double probability,
      long seed,
      long step,
      long sample,
      long counter,
      int count,
      String first,
      String last,
      String crc32) {
    long[] words = new long[BernoulliWords.wholeRows(count)];
    long threshold = UniformBits.threshold(probability);
    long[] work = new long[BernoulliWords.WORK];
    BernoulliWords.draw(seed, step, sample, counter, threshold, words, count, work);
    assertEquals(first, hex(words[0]));
    assertEquals(last, hex(words[count - 1]));
    assertEquals(crc32, crc32(words, count));
  }

  private static String crc32(long[] words, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(words, 0, count);
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/gaps.csv", numLinesToSkip = 1)
  void wordsHaveTheirGaps(double probability, String word, int length, int expected) {
    GeometricTable table = new GeometricTable(probability);
    assertEquals(length, table.length());
    assertEquals(expected, table.gap(Long.parseUnsignedLong(word, 16)));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/noise.csv", numLinesToSkip = 1)
  void elementsHaveTheirNoise(
      long seed,
      long step,
      long sample,
      int element,
      double mean,
      double standardDeviation,
      String expected) {
    float[] out = new float[1];
    NoiseDistribution noise = new NoiseDistribution.Normal(mean, standardDeviation);
    ElementNoise.write(out, 0, 1, noise, seed, step, sample, element, new long[2]);
    assertEquals(expected, HexFormat.of().toHexDigits(Float.floatToRawIntBits(out[0])));
  }

  private static String hex(long word) {
    return HexFormat.of().toHexDigits(word);
  }
}
