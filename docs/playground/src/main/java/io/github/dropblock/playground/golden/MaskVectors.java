package io.github.dropblock.playground.golden;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.Fill;
import io.github.dropblock.GammaRule;
import io.github.dropblock.Normalization;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.internal.apply.Scales;
import io.github.dropblock.reliability.platforms.Hashes;
import io.github.dropblock.reliability.platforms.Words;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;

/** The contract's vectors of rates, scales and values. */
final class MaskVectors {
  private MaskVectors() {}

  /** Columns: regularizer, shape, normalization, fill, seed, step, firstSample. */
  static String multipliers(String... row) {
    Shape shape = Words.shape(row[1]);
    DropMask mask =
        Words.regularizer(row[0], Long.parseLong(row[4]))
            .withNormalization(Normalization.valueOf(row[2]))
            .withFill(fill(row[3].split(" ", -1)))
            .sample(shape, Long.parseLong(row[5]), Long.parseLong(row[6]));
    float[] multipliers = new float[shape.size()];
    mask.writeMultipliers(FloatBuffer.wrap(multipliers));
    float[] fills = new float[shape.size()];
    mask.writeFill(FloatBuffer.wrap(fills));
    return Hashes.crc32(multipliers) + "," + Hashes.crc32(fills);
  }

  /** A value, a mean and a standard deviation, or another kind by its name. */
  private static Fill fill(String... words) {
    boolean named = Character.isLetter(words[0].charAt(0));
    double[] x = new double[words.length - (named ? 1 : 0)];
    for (int i = 0; i < x.length; i++) {
      x[i] = Double.parseDouble(words[words.length - x.length + i]);
    }
    return switch (named ? words[0] : "") {
      case "UNIFORM" -> Fill.uniform(x[0], x[1]);
      case "CLAMPED" -> Fill.gaussian(x[0], x[1], x[2], x[3]);
      case "CHANNELS" -> Fill.perChannel(floats(x));
      default -> x.length == 1 ? Fill.constant((float) x[0]) : Fill.gaussian(x[0], x[1]);
    };
  }

  private static float[] floats(double... x) {
    float[] floats = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      floats[i] = (float) x[i];
    }
    return floats;
  }

  /** Columns: shape, block, seedRegion, gammaRule, keepProb. */
  static String rates(String... row) {
    DropBlock dropBlock =
        DropBlock.builder()
            .blockSize(Words.block(row[1]))
            .seedRegion(SeedRegion.valueOf(row[2]))
            .gammaRule(GammaRule.valueOf(row[3]))
            .keepProb(Double.parseDouble(row[4]))
            .normalization(Normalization.EXPECTED)
            .build();
    Shape shape = Words.shape(row[0]);
    return Hex.of(dropBlock.gamma(shape))
        + ","
        + Hex.of(dropBlock.expectedKeptFraction(shape))
        + ","
        + Hex.of(dropBlock.sample(shape, 0).scale());
  }

  /** Columns: shape, block, holes. */
  static String holes(String... row) {
    Cutout cutout = Cutout.of(Integer.parseInt(row[2]), Words.block(row[1]), 0);
    return Hex.of(cutout.expectedKeptFraction(Words.shape(row[0])));
  }

  /** Columns: regularizer, shape. */
  static String keptFraction(String... row) {
    return Hex.of(Words.regularizer(row[0], 0).expectedKeptFraction(Words.shape(row[1])));
  }

  /** Columns: size, kept. */
  static String scale(String... row) {
    return Hex.of(Scales.ratio(Long.parseLong(row[0]), Long.parseLong(row[1])));
  }
}
