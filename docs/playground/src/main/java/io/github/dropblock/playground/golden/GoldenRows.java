package io.github.dropblock.playground.golden;

import io.github.dropblock.reliability.platforms.MaskGroups;
import io.github.dropblock.reliability.platforms.Passes;
import java.util.List;

/** Results of the rows of the golden files and of the randomness contract's vectors. */
public final class GoldenRows {
  private GoldenRows() {}

  /**
   * Returns the arguments of a row and the results that belong to them.
   *
   * @param file such as {@code golden-masks.csv}
   * @param line the row, whose results are not looked at
   */
  public static String row(String file, String line) {
    String[] row = line.split(",", -1);
    List<String> columns = List.of(row);
    return switch (file) {
      case "golden-masks.csv" -> MaskGroups.dropBlock(columns);
      case "golden-regularizers.csv" -> MaskGroups.regularizer(columns);
      case "golden-bytes.csv" -> MaskGroups.bytes(columns);
      case "golden-passes.csv" -> Passes.row(columns);
      case "multipliers.csv" -> join(columns, 7, MaskVectors.multipliers(row));
      case "rates.csv" -> join(columns, 5, MaskVectors.rates(row));
      case "holes.csv" -> join(columns, 3, MaskVectors.holes(row));
      case "grids.csv", "hole-rates.csv" -> join(columns, 2, MaskVectors.keptFraction(row));
      case "scales.csv" -> join(columns, 2, MaskVectors.scale(row));
      case "seeds.csv" -> join(columns, 2, RandomVectors.seed(row));
      case "own.csv" -> join(columns, 6, RandomVectors.own(row));
      case "threefry.csv" -> join(columns, 4, RandomVectors.threefry(row));
      case "thresholds.csv" -> join(columns, 1, RandomVectors.threshold(row));
      case "dense.csv" -> join(columns, 6, RandomVectors.dense(row));
      case "gaps.csv" -> join(columns, 2, RandomVectors.gap(row));
      case "noise.csv" -> join(columns, 6, RandomVectors.noise(row));
      default -> throw new IllegalArgumentException(file);
    };
  }

  private static String join(List<String> columns, int arguments, String results) {
    return String.join(",", columns.subList(0, arguments)) + "," + results;
  }
}
