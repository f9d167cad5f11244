package io.github.dropblock.reliability.platforms;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.GammaRule;
import io.github.dropblock.LayerState;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.HexFormat;
import java.util.List;

/** The library's own golden files, as its users can compute them. */
public final class MaskGroups {
  private MaskGroups() {}

  /** Columns: shape, block, keepProb, gammaRule, seedRegion, seed, step, firstSample. */
  public static String dropBlock(List<String> row) {
    Regularizer dropBlock =
        DropBlock.builder()
            .blockSize(Words.block(row.get(1)))
            .keepProb(Double.parseDouble(row.get(2)))
            .gammaRule(GammaRule.valueOf(row.get(3)))
            .seedRegion(SeedRegion.valueOf(row.get(4)))
            .seed(Long.parseLong(row.get(5)))
            .build();
    return sampled(row.subList(0, 8), dropBlock, row.get(0));
  }

  /** Columns: regularizer, shape, seed, step, firstSample. */
  public static String regularizer(List<String> row) {
    Regularizer regularizer = Words.regularizer(row.get(0), Long.parseLong(row.get(2)));
    return sampled(row.subList(0, 5), regularizer, row.get(1));
  }

  /** The columns before the results, of which the last are the step and the first sample. */
  private static String sampled(List<String> columns, Regularizer regularizer, String shape) {
    long step = Long.parseLong(columns.get(columns.size() - 2));
    long firstSample = Long.parseLong(columns.get(columns.size() - 1));
    DropMask mask = regularizer.sample(Words.shape(shape), step, firstSample);
    String hash = Hashes.fnv1a(mask.toTensor().data());
    return String.join(",", columns) + "," + mask.keptCount() + "," + hash;
  }

  /** Columns: name, bytes. The bytes are read, turned into a map and back, and written. */
  public static String bytes(List<String> row) {
    byte[] in = HexFormat.of().parseHex(row.get(1));
    byte[] out =
        switch (row.get(0)) {
          case "mask" -> DropMask.fromMap(DropMask.fromBytes(in).toMap()).toBytes();
          case "regularizer" -> Regularizer.fromMap(Regularizer.fromBytes(in).toMap()).toBytes();
          case "schedule" ->
              KeepProbSchedule.fromMap(KeepProbSchedule.fromBytes(in).toMap()).toBytes();
          case "state" -> LayerState.fromMap(LayerState.fromBytes(in).toMap()).toBytes();
          default -> throw new IllegalArgumentException(row.get(0));
        };
    return row.get(0) + "," + HexFormat.of().formatHex(out);
  }
}
