package io.github.dropblock.reliability.platforms;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.BlockSize;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.GridMask;
import io.github.dropblock.HoleSize;
import io.github.dropblock.Holes;
import io.github.dropblock.MapAxis;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;

/** What the words in the golden files mean. */
public final class Words {
  private Words() {}

  /** NCW, NCHW or NCDHW by the number of extents. */
  public static Shape shape(String text) {
    return Shape.of(numbers(text));
  }

  public static BlockSize block(String text) {
    int[] e = numbers(text);
    return BlockSize.of(e[0], e[1], e[2]);
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }

  /** Such as DROPOUT 0.5, CUTOUT 2x5 or DROP_BLOCK 0.9 7 VALID NONE. */
  public static Regularizer regularizer(String text, long seed) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "DROPOUT" -> Dropout.of(Double.parseDouble(words[1]), seed).withSharing(sharing(words));
      case "SPATIAL_DROPOUT" ->
          SpatialDropout.of(Double.parseDouble(words[1]), seed).withSharing(sharing(words));
      case "DROP_PATH" -> DropPath.of(Double.parseDouble(words[1]), seed);
      case "DROP_PATH_OF_BATCH" -> DropPath.ofBatch(Double.parseDouble(words[1]), seed);
      case "ALPHA_DROPOUT" -> AlphaDropout.of(Double.parseDouble(words[1]), seed);
      case "ALPHA_DROPOUT_OF_PLANES" -> AlphaDropout.ofPlanes(Double.parseDouble(words[1]), seed);
      case "CUTOUT" -> cutout(numbers(words[1]), seed);
      case "HOLES" -> holes(words, seed);
      case "PATCHES", "PATCHES_EXACTLY" -> patches(words, seed);
      case "GRID_MASK" -> gridMask(words, seed);
      case "DROP_BLOCK" -> dropBlock(words, seed);
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** The sharing of DROPOUT 0.5 BATCH. Without a word there is none. */
  private static MaskSharing sharing(String[] words) {
    return words.length == 2 ? MaskSharing.NONE : MaskSharing.valueOf(words[2]);
  }

  private static Regularizer cutout(int[] holesAndSize, long seed) {
    return Cutout.of(holesAndSize[0], holesAndSize[1], seed);
  }

  /** Such as HOLES 0.5 1-3 VALID NONE false bar WIDTH 0 4. */
  private static Regularizer holes(String[] words, long seed) {
    String[] number = words[2].split("-", -1);
    return Holes.builder()
        .probability(Double.parseDouble(words[1]))
        .holes(Integer.parseInt(number[0]), Integer.parseInt(number[1]))
        .seedRegion(SeedRegion.valueOf(words[3]))
        .sharing(MaskSharing.valueOf(words[4]))
        .inverse(Boolean.parseBoolean(words[5]))
        .size(holeSize(words[6], Arrays.copyOfRange(words, 7, words.length)))
        .seed(seed)
        .build();
  }

  private static HoleSize holeSize(String kind, String[] words) {
    return switch (kind) {
      case "between" -> HoleSize.between(block(words[0]), block(words[1]));
      case "bar" ->
          HoleSize.bar(
              MapAxis.valueOf(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      default -> holeSize(kind, Arrays.stream(words).mapToDouble(Double::parseDouble).toArray());
    };
  }

  private static HoleSize holeSize(String kind, double... x) {
    return kind.equals("ratio")
        ? HoleSize.between(BlockSize.ratio(x[0]), BlockSize.ratio(x[1]))
        : HoleSize.area(x[0], x[1], x[2], x[3]);
  }

  /** Such as PATCHES 4 0.5 CHANNELS or PATCHES_EXACTLY 4 0.25 NONE. */
  private static Regularizer patches(String[] words, long seed) {
    int cell = Integer.parseInt(words[1]);
    double keepProb = Double.parseDouble(words[2]);
    Patches patches =
        words[0].equals("PATCHES")
            ? Patches.of(cell, keepProb, seed)
            : Patches.exactly(cell, keepProb, seed);
    return patches.withSharing(MaskSharing.valueOf(words[3]));
  }

  /** Such as GRID_MASK 3x7 0.5 1.0 REST ALL, which keeps the REST and not the HOLES. */
  private static Regularizer gridMask(String[] words, long seed) {
    int[] periods = numbers(words[1]);
    return GridMask.of(periods[0], periods[1], Double.parseDouble(words[2]), seed)
        .withProbability(Double.parseDouble(words[3]))
        .withInverse(words[4].equals("HOLES"))
        .withSharing(MaskSharing.valueOf(words[5]));
  }

  private static Regularizer dropBlock(String[] words, long seed) {
    return DropBlock.builder()
        .keepProb(Double.parseDouble(words[1]))
        .blockSize(Integer.parseInt(words[2]))
        .seedRegion(SeedRegion.valueOf(words[3]))
        .sharing(MaskSharing.valueOf(words[4]))
        .seed(seed)
        .build();
  }
}
