package io.github.dropblock.playground.golden;

import io.github.dropblock.BlockSize;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.tensor.Shape;

/** What the words in the contract's files mean. */
final class Words {
  private Words() {}

  /** NCW, NCHW or NCDHW by the number of extents. */
  static Shape shape(String text) {
    return Shape.of(numbers(text));
  }

  static BlockSize block(String text) {
    int[] extents = numbers(text);
    return BlockSize.of(extents[0], extents[1], extents[2]);
  }

  private static int[] numbers(String text) {
    String[] words = text.split("x");
    int[] numbers = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Integer.parseInt(words[i]);
    }
    return numbers;
  }

  /** A value, or a mean and a standard deviation. */
  static Fill fill(String text) {
    String[] words = text.split(" ");
    return words.length == 1
        ? Fill.constant((float) Double.parseDouble(words[0]))
        : Fill.gaussian(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
  }

  /** Such as DROPOUT 0.5, CUTOUT 2x5 or DROP_BLOCK 0.9 7 VALID NONE. */
  static Regularizer regularizer(String text, long seed) {
    String[] words = text.split(" ");
    return switch (words[0]) {
      case "DROPOUT" -> Dropout.of(Double.parseDouble(words[1]), seed);
      case "SPATIAL_DROPOUT" -> SpatialDropout.of(Double.parseDouble(words[1]), seed);
      case "DROP_PATH" -> DropPath.of(Double.parseDouble(words[1]), seed);
      case "DROP_PATH_OF_BATCH" -> DropPath.ofBatch(Double.parseDouble(words[1]), seed);
      case "CUTOUT" -> cutout(seed, numbers(words[1]));
      case "DROP_BLOCK" -> dropBlock(seed, words);
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Regularizer cutout(long seed, int... holesAndSize) {
    return Cutout.of(holesAndSize[0], holesAndSize[1], seed);
  }

  private static Regularizer dropBlock(long seed, String... words) {
    return DropBlock.builder()
        .keepProb(Double.parseDouble(words[1]))
        .blockSize(Integer.parseInt(words[2]))
        .seedRegion(SeedRegion.valueOf(words[3]))
        .sharing(MaskSharing.valueOf(words[4]))
        .seed(seed)
        .build();
  }
}
