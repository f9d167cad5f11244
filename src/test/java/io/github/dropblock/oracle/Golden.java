package io.github.dropblock.oracle;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.Dropout;
import io.github.dropblock.MaskSharing;
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

  /** The regularizer of a text like DROPOUT 0.5, CUTOUT 2x5 or DROP_BLOCK 0.9 7 VALID NONE. */
  public static Regularizer regularizer(String text) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "CUTOUT" -> Cutout.of(numbers(words[1])[0], numbers(words[1])[1], 0);
      case "ALPHA_DROPOUT" -> AlphaDropout.of(Double.parseDouble(words[1]), 0);
      case "ALPHA_DROPOUT_OF_PLANES" -> AlphaDropout.ofPlanes(Double.parseDouble(words[1]), 0);
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
}
