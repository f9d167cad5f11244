package io.github.dropblock.oracle;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.BlockSize;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of masks as they were: rows end with the kept count and a hash.
 *
 * <p>The hash of a mask is the 64-bit FNV-1a of one byte for each position in row-major order, 1
 * where it is kept and 0 where it is dropped.
 */
public final class Golden {
  private Golden() {}

  /** What a file expects of each row, by what stands before it. */
  public static Map<String, String> read(String file) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().skip(1).toList()) {
        int split = line.lastIndexOf(',', line.lastIndexOf(',') - 1);
        expected.put(line.substring(0, split), line.substring(split + 1));
      }
    }
    return expected;
  }

  /** The end of a mask's row. */
  public static String expectation(DropMask mask) {
    return String.format(Locale.ROOT, "%d,%016x", mask.keptCount(), hash(mask));
  }

  private static long hash(DropMask mask) {
    float[] kept = mask.toTensor().data();
    byte[] bytes = new byte[kept.length];
    for (int i = 0; i < kept.length; i++) {
      bytes[i] = (byte) kept[i];
    }
    return fnv1a(bytes);
  }

  /** The hash of bytes. */
  public static long fnv1a(byte[] bytes) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The numbers of a text like 2x3x40. */
  public static int[] numbers(String text) {
    return Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }

  /** NCW, NCHW or NCDHW by the number of extents. */
  public static Shape shape(String text) {
    return Shape.of(numbers(text));
  }

  /**
   * The regularizer of a text like DROPOUT 0.5, CUTOUT 2x5, DROP_BLOCK 0.9 7 VALID NONE, HOLES 0.5
   * 1-3 VALID NONE false bar WIDTH 0 4, PATCHES 4 0.5 CHANNELS, PATCHES_EXACTLY 4 0.25 NONE or
   * GRID_MASK 3x7 0.5 1.0 REST ALL. A grid mask keeps the HOLES or the REST.
   */
  public static Regularizer regularizer(String text) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "ALPHA_DROPOUT" -> AlphaDropout.of(Double.parseDouble(words[1]), 0);
      case "ALPHA_DROPOUT_OF_PLANES" -> AlphaDropout.ofPlanes(Double.parseDouble(words[1]), 0);
      case "CUTOUT" -> Cutout.of(numbers(words[1])[0], numbers(words[1])[1], 0);
      case "HOLES" -> holes(words);
      case "PATCHES" -> {
        Patches patches = Patches.of(Integer.parseInt(words[1]), Double.parseDouble(words[2]), 0);
        yield patches.withSharing(MaskSharing.valueOf(words[3]));
      }
      case "PATCHES_EXACTLY" -> {
        int cell = Integer.parseInt(words[1]);
        yield Patches.exactly(cell, Double.parseDouble(words[2]), 0)
            .withSharing(MaskSharing.valueOf(words[3]));
      }
      case "GRID_MASK" -> {
        int[] periods = numbers(words[1]);
        yield GridMask.of(periods[0], periods[1], Double.parseDouble(words[2]), 0)
            .withProbability(Double.parseDouble(words[3]))
            .withInverse(words[4].equals("HOLES"))
            .withSharing(MaskSharing.valueOf(words[5]));
      }
      case "DROP_BLOCK" ->
          DropBlock.builder()
              .keepProb(Double.parseDouble(words[1]))
              .blockSize(Integer.parseInt(words[2]))
              .seedRegion(SeedRegion.valueOf(words[3]))
              .sharing(MaskSharing.valueOf(words[4]))
              .build();
      default -> dropout(words);
    };
  }

  /** Of DROPOUT 0.5, or with a sharing of DROPOUT 0.5 BATCH. */
  private static Regularizer dropout(String... words) {
    Regularizer regularizer = Coins.valueOf(words[0]).of(Double.parseDouble(words[1]), 0);
    if (words.length == 2) {
      return regularizer;
    }
    MaskSharing sharing = MaskSharing.valueOf(words[2]);
    return regularizer instanceof SpatialDropout planes
        ? planes.withSharing(sharing)
        : ((Dropout) regularizer).withSharing(sharing);
  }

  /** Holes of words like HOLES 0.5 1-3 VALID NONE false between 1x1x2 1x3x4. */
  private static Holes holes(String[] words) {
    String[] number = words[2].split("-", -1);
    return Holes.builder()
        .probability(Double.parseDouble(words[1]))
        .holes(Integer.parseInt(number[0]), Integer.parseInt(number[1]))
        .seedRegion(SeedRegion.valueOf(words[3]))
        .sharing(MaskSharing.valueOf(words[4]))
        .inverse(Boolean.parseBoolean(words[5]))
        .size(holeSize(words[6], Arrays.copyOfRange(words, 7, words.length)))
        .build();
  }

  private static HoleSize holeSize(String kind, String[] words) {
    return switch (kind) {
      case "between" -> HoleSize.between(block(words[0]), block(words[1]));
      case "ratio" -> HoleSize.between(ratio(words[0]), ratio(words[1]));
      case "bar" ->
          HoleSize.bar(
              MapAxis.valueOf(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      default -> {
        double[] x = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
        yield HoleSize.area(x[0], x[1], x[2], x[3]);
      }
    };
  }

  private static BlockSize block(String text) {
    int[] lengths = numbers(text);
    return BlockSize.of(lengths[0], lengths[1], lengths[2]);
  }

  private static BlockSize ratio(String text) {
    return BlockSize.ratio(Double.parseDouble(text));
  }
}
