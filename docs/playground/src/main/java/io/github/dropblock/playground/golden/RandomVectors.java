package io.github.dropblock.playground.golden;

import io.github.dropblock.Dropout;
import io.github.dropblock.MaskRandom;
import io.github.dropblock.Regularizer;
import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.ElementNoise;
import io.github.dropblock.internal.random.GeometricTable;
import io.github.dropblock.internal.random.NoiseDistribution;
import io.github.dropblock.internal.random.Threefry;
import io.github.dropblock.internal.random.UniformBits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** The contract's vectors of random numbers. */
final class RandomVectors {
  private RandomVectors() {}

  /** Columns: seed, purpose. */
  static String seed(String... row) {
    Regularizer regularizer = Dropout.of(0.5, Long.parseLong(row[0]));
    long purpose = Long.parseLong(row[1]);
    return "" + (purpose < 0 ? regularizer.forInference() : regularizer.forUse(purpose)).seed();
  }

  /** Columns: seed, step, sample, counter, bound, probability. */
  static String own(String... row) {
    MaskRandom random =
        MaskRandom.of(Long.parseLong(row[0]), Long.parseLong(row[1]), Long.parseLong(row[2]));
    long counter = Long.parseLong(row[3]);
    return Hex.of(random.word(counter))
        + ","
        + random.below(Integer.parseInt(row[4]), counter)
        + ","
        + Hex.of(random.bernoulliBits(Double.parseDouble(row[5]), counter));
  }

  /** Columns: counter0, counter1, key0, key1. */
  static String threefry(String... row) {
    long[] block = new long[2];
    Threefry.block(
        Hex.parse(row[2]), Hex.parse(row[3]), Hex.parse(row[0]), Hex.parse(row[1]), block, 0, 1);
    return Hex.of(block[0]) + "," + Hex.of(block[1]);
  }

  /** Columns: probability. */
  static String threshold(String... row) {
    return "" + UniformBits.threshold(Double.parseDouble(row[0]));
  }

  /** Columns: probability, seed, step, sample, counter, words. */
  static String dense(String... row) {
    int count = Integer.parseInt(row[5]);
    long[] words = new long[BernoulliWords.wholeRows(count)];
    BernoulliWords.draw(
        Long.parseLong(row[1]),
        Long.parseLong(row[2]),
        Long.parseLong(row[3]),
        Long.parseLong(row[4]),
        UniformBits.threshold(Double.parseDouble(row[0])),
        words,
        count,
        new long[BernoulliWords.WORK]);
    return Hex.of(words[0]) + "," + Hex.of(words[count - 1]) + "," + crc32(words, count);
  }

  private static String crc32(long[] words, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(words, 0, count);
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return Hex.of((int) crc.getValue());
  }

  /** Columns: probability, word. */
  static String gap(String... row) {
    GeometricTable table = new GeometricTable(Double.parseDouble(row[0]));
    return table.length() + "," + table.gap(Hex.parse(row[1]));
  }

  /** Columns: seed, step, sample, element, mean, standardDeviation. */
  static String noise(String... row) {
    NoiseDistribution noise =
        new NoiseDistribution.Normal(Double.parseDouble(row[4]), Double.parseDouble(row[5]));
    float value =
        ElementNoise.value(
            noise,
            Long.parseLong(row[0]),
            Long.parseLong(row[1]),
            Long.parseLong(row[2]),
            Integer.parseInt(row[3]),
            new long[2]);
    return Hex.of(value);
  }
}
