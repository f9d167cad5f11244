package io.github.dropblock.oracle;

import io.github.dropblock.Holes;
import io.github.dropblock.internal.random.ThreefrySpecification;
import io.github.dropblock.tensor.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holes on one plane by lists of all sizes and of all places of each size. It is read from the map
 * format. Plain loops, which share no code with the library.
 */
public final class OracleHoles {
  private static final int STEPS = 32;

  private final Map<String, Object> choices;
  private final int[] extents;
  private final boolean[] spans = new boolean[3];
  private final List<int[]> sizes;

  /** Lists the sizes of holes on a map. */
  public OracleHoles(Holes holes, Shape shape) {
    choices = holes.toMap();
    extents = new int[] {shape.d(), shape.h(), shape.w()};
    Map<?, ?> size = (Map<?, ?>) choices.get("size");
    sizes =
        switch ((String) size.get("type")) {
          case "between" -> between((Map<?, ?>) size.get("min"), (Map<?, ?>) size.get("max"));
          case "bar" -> bars(size);
          default -> areas(size);
        };
  }

  private List<int[]> between(Map<?, ?> min, Map<?, ?> max) {
    int[] least = new int[3];
    int[] most = new int[3];
    String[] keys = {"depth", "height", "width"};
    for (int axis = 0; axis < 3; axis++) {
      least[axis] = length(min, keys[axis], extents[axis]);
      most[axis] = length(max, keys[axis], extents[axis]);
    }
    return all(least, most);
  }

  private static int length(Map<?, ?> block, String key, int extent) {
    if (block.get("type").equals("ratio")) {
      return Math.max(1, (int) Math.floor((double) block.get("ratio") * extent + .5));
    }
    return (int) Math.min((long) block.get(key), extent);
  }

  private List<int[]> bars(Map<?, ?> bar) {
    int along = List.of("DEPTH", "HEIGHT", "WIDTH").indexOf(bar.get("axis"));
    int[] least = extents.clone();
    int[] most = extents.clone();
    least[along] = (int) Math.min((long) bar.get("min"), extents[along]);
    most[along] = (int) Math.min((long) bar.get("max"), extents[along]);
    Arrays.fill(spans, true);
    spans[along] = false;
    return all(least, most);
  }

  private static List<int[]> all(int[] least, int[] most) {
    List<int[]> sizes = new ArrayList<>();
    for (int d = least[0]; d <= most[0]; d++) {
      for (int h = least[1]; h <= most[1]; h++) {
        for (int w = least[2]; w <= most[2]; w++) {
          sizes.add(new int[] {d, h, w});
        }
      }
    }
    return sizes;
  }

  /** The middles of 32 steps of the area and of the logarithm of the aspect ratio. */
  private List<int[]> areas(Map<?, ?> size) {
    double minArea = (double) size.get("minArea");
    double minAspect = (double) size.get("minAspect");
    double areas = (double) size.get("maxArea") - minArea;
    double aspects = (double) size.get("maxAspect") / minAspect;
    spans[0] = true;
    List<int[]> all = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      for (int j = 0; j < STEPS; j++) {
        double area = (minArea + areas * (i + .5) / STEPS) * extents[1] * extents[2];
        double aspect = minAspect * Math.pow(aspects, (j + .5) / STEPS);
        all.add(sized(area, aspect));
      }
    }
    return all;
  }

  private int[] sized(double area, double aspect) {
    double height = Math.sqrt(area * aspect);
    height = Math.max(height, area / extents[2]); // No wider than the map.
    height = Math.max(height, 1);
    height = Math.min(height, extents[1]);
    double width = Math.min(Math.max(area / height, 1), extents[2]);
    return new int[] {extents[0], (int) Math.round(height), (int) Math.round(width)};
  }

  /** All sizes, as lengths along D, H and W. Each is equally likely. */
  public List<int[]> sizes() {
    return sizes;
  }

  /** All first positions of a hole along an axis. */
  private int[] starts(int axis, int length) {
    String region = spans[axis] ? "VALID" : (String) choices.get("seedRegion");
    int extent = extents[axis];
    return switch (region) {
      case "VALID" -> IntStream.rangeClosed(0, extent - length).toArray();
      case "WHOLE" -> IntStream.range(0, extent).map(c -> c - (length - 1) / 2).toArray();
      default -> IntStream.range(1 - length, extent).toArray();
    };
  }

  private int positions() {
    return extents[0] * extents[1] * extents[2];
  }

  private int[] coordinates(int position) {
    return new int[] {
      position / (extents[1] * extents[2]),
      position / extents[2] % extents[1],
      position % extents[2]
    };
  }

  private boolean covers(int[] first, int[] size, int position) {
    int[] at = {
      position / (extents[1] * extents[2]),
      position / extents[2] % extents[1],
      position % extents[2]
    };
    boolean inside = true;
    for (int axis = 0; axis < 3; axis++) {
      inside &= at[axis] >= first[axis] && at[axis] < first[axis] + size[axis];
    }
    return inside;
  }

  /** For each position, the probability that one hole covers it. */
  private double[] hits() {
    double[] hits = new double[positions()];
    for (int[] size : sizes) {
      double[][] shares = {shares(0, size[0]), shares(1, size[1]), shares(2, size[2])};
      for (int p = 0; p < hits.length; p++) {
        int[] at = coordinates(p);
        hits[p] += shares[0][at[0]] * shares[1][at[1]] * shares[2][at[2]] / sizes.size();
      }
    }
    return hits;
  }

  /** For each coordinate, the share of the places along an axis at which a hole covers it. */
  private double[] shares(int axis, int length) {
    int[] starts = starts(axis, length);
    double[] shares = new double[extents[axis]];
    for (int start : starts) {
      for (int at = Math.max(start, 0); at < Math.min(start + length, shares.length); at++) {
        shares[at] += 1.0 / starts.length;
      }
    }
    return shares;
  }

  /** For each position, the probability to be dropped. */
  public double[] dropProbabilities() {
    int min = (int) number("minHoles");
    int max = (int) number("maxHoles");
    double probability = (double) choices.get("probability");
    double[] drops = hits();
    for (int p = 0; p < drops.length; p++) {
      double missed = 0;
      for (int n = min; n <= max; n++) {
        missed += Math.pow(1 - drops[p], n) / (max - min + 1);
      }
      drops[p] = probability * (inverse() ? missed : 1 - missed);
    }
    return drops;
  }

  /** The expected kept fraction. */
  public double keptFraction() {
    return 1 - Arrays.stream(dropProbabilities()).average().orElseThrow();
  }

  private long number(String key) {
    return (long) choices.get(key);
  }

  private boolean inverse() {
    return (boolean) choices.get("inverse");
  }

  /** What the randomness contract says of a plane: which positions are dropped. */
  public boolean[] dropped(long step, long sample, int channel) {
    boolean[] dropped = new boolean[positions()];
    long seed = number("seed");
    long stream = (long) channel << 32;
    long last = (1L << 32) - 1;
    if (!applies(ThreefrySpecification.block(seed, step, sample, last)[0])) {
      return dropped;
    }
    long numbers = number("maxHoles") - number("minHoles") + 1;
    long numberWord = ThreefrySpecification.block(seed, step, sample, stream + last)[1];
    long holes = number("minHoles") + below(numberWord, numbers);
    for (long hole = 0; hole < holes; hole++) {
      long[] words = ThreefrySpecification.block(seed, step, sample, stream + hole);
      cut(dropped, words[0], sizes.get((int) below(words[1], sizes.size())));
    }
    for (int p = 0; p < dropped.length; p++) {
      dropped[p] ^= inverse();
    }
    return dropped;
  }

  private boolean applies(long word) {
    BigDecimal uniform = new BigDecimal(word >>> 11).divide(new BigDecimal(1L << 53));
    return uniform.compareTo(new BigDecimal((double) choices.get("probability"))) < 0;
  }

  private void cut(boolean[] dropped, long word, int[] size) {
    if (size[0] == 0 || size[1] == 0 || size[2] == 0) {
      return;
    }
    int[] z = starts(0, size[0]);
    int[] y = starts(1, size[1]);
    int[] x = starts(2, size[2]);
    int place = (int) below(word, (long) z.length * y.length * x.length);
    int[] first = {
      z[place / (y.length * x.length)], y[place / x.length % y.length], x[place % x.length]
    };
    for (int p = 0; p < dropped.length; p++) {
      dropped[p] |= covers(first, size, p);
    }
  }

  private static long below(long word, long bound) {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
    return unsigned.multiply(BigInteger.valueOf(bound)).shiftRight(64).longValueExact();
  }
}
