package io.github.dropblock.playground.golden;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.Fill;
import io.github.dropblock.GammaRule;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/** Results of the rows of the randomness contract's files, as users of the library compute them. */
public final class GoldenRows {
  private GoldenRows() {}

  /**
   * Returns the arguments of a row and the results that belong to them.
   *
   * @param file such as {@code golden-masks.csv}
   * @param line the row, whose results are not looked at
   */
  public static String row(String file, String line) {
    String[] row = line.split(",");
    return switch (file) {
      case "golden-masks.csv" -> join(row, 8, mask(row));
      case "golden-regularizers.csv" -> join(row, 5, regularizer(row));
      case "multipliers.csv" -> join(row, 7, multipliers(row));
      case "rates.csv" -> join(row, 5, rates(row));
      case "holes.csv" -> join(row, 3, holes(row));
      default -> throw new IllegalArgumentException(file);
    };
  }

  private static String join(String[] row, int arguments, String results) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < arguments; i++) {
      text.append(row[i]).append(',');
    }
    return text.append(results).toString();
  }

  /** Columns: shape, block, keepProb, gammaRule, seedRegion, seed, step, firstSample. */
  private static String mask(String... row) {
    DropBlock dropBlock =
        DropBlock.builder()
            .blockSize(Words.block(row[1]))
            .keepProb(Double.parseDouble(row[2]))
            .gammaRule(GammaRule.valueOf(row[3]))
            .seedRegion(SeedRegion.valueOf(row[4]))
            .seed(Long.parseLong(row[5]))
            .build();
    return counted(dropBlock, row[0], row[6], row[7]);
  }

  /** Columns: regularizer, shape, seed, step, firstSample. */
  private static String regularizer(String... row) {
    Regularizer regularizer = Words.regularizer(row[0], Long.parseLong(row[2]));
    return counted(regularizer, row[1], row[3], row[4]);
  }

  private static String counted(Regularizer regularizer, String shape, String step, String first) {
    DropMask mask =
        regularizer.sample(Words.shape(shape), Long.parseLong(step), Long.parseLong(first));
    return mask.keptCount() + "," + Hashes.fnv1a(mask.toTensor().data());
  }

  /** Columns: regularizer, shape, normalization, fill, seed, step, firstSample. */
  private static String multipliers(String... row) {
    Shape shape = Words.shape(row[1]);
    Fill fill = Words.fill(row[3]);
    DropMask mask =
        Words.regularizer(row[0], Long.parseLong(row[4]))
            .withNormalization(Normalization.valueOf(row[2]))
            .withFill(fill)
            .sample(shape, Long.parseLong(row[5]), Long.parseLong(row[6]));
    Tensor multipliers = mask.with(Fill.zero()).apply(Tensor.full(shape, 1));
    Tensor fills = mask.with(Normalization.NONE).apply(Tensor.zeros(shape));
    return Hashes.crc32(multipliers.data()) + "," + Hashes.crc32(fills.data());
  }

  /** Columns: shape, block, seedRegion, gammaRule, keepProb. */
  private static String rates(String... row) {
    DropBlock dropBlock =
        DropBlock.builder()
            .blockSize(Words.block(row[1]))
            .seedRegion(SeedRegion.valueOf(row[2]))
            .gammaRule(GammaRule.valueOf(row[3]))
            .keepProb(Double.parseDouble(row[4]))
            .normalization(Normalization.EXPECTED)
            .build();
    Shape shape = Words.shape(row[0]);
    return Hashes.hex(dropBlock.gamma(shape))
        + ","
        + Hashes.hex(dropBlock.expectedKeptFraction(shape))
        + ","
        + Hashes.hex(dropBlock.sample(shape, 0).scale());
  }

  /** Columns: shape, block, holes. */
  private static String holes(String... row) {
    Cutout cutout = Cutout.of(Integer.parseInt(row[2]), Words.block(row[1]), 0);
    return Hashes.hex(cutout.expectedKeptFraction(Words.shape(row[0])));
  }
}
