package io.github.dropblock.benchmarks.plan;

import java.util.List;
import java.util.stream.Stream;

/** The shapes of all rows, N,C,H,W. */
public final class Shapes {
  /** Maps that fit into the last cache of a server. */
  public static final String MEDIUM = "32,256,14,14";

  /** The largest of the four. */
  public static final String LARGE = "32,512,28,28";

  /** Few channels of large maps. */
  public static final String WIDE = "8,256,56,56";

  /** Many small maps. */
  public static final String MAPS_7 = "32,512,7,7";

  /** Images. */
  public static final String IMAGES = "32,3,224,224";

  /** 50 KB. */
  public static final String SMALL = "1,64,14,14";

  /** 12 KB. */
  public static final String SMALLEST = "1,64,7,7";

  /** A tensor within the second cache, where the memory's speed is not seen. */
  static final String IN_CACHE = "4,64,14,14";

  static final List<String> FOUR = List.of(MEDIUM, "32,1024,14,14", LARGE, WIDE);

  static final List<String> FIVE = Stream.concat(FOUR.stream(), Stream.of(MAPS_7)).toList();

  /** About 10^4, 10^5, 10^6, 10^7, 3 * 10^7 and 10^8 elements, of maps of one size. */
  static final List<String> SIZES =
      List.of(
          "1,51,14,14",
          "8,64,14,14",
          "80,64,14,14",
          "797,64,14,14",
          "2391,64,14,14",
          "7972,64,14,14");

  private Shapes() {}
}
