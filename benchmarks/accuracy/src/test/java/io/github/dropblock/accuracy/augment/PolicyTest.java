package io.github.dropblock.accuracy.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.data.Images;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final int COUNT = 1000;
  private static final int SIDE = 8;

  private static Images images() {
    byte[] pixels = new byte[COUNT * SIDE * SIDE];
    new Random(1).nextBytes(pixels);
    byte[] labels = new byte[COUNT];
    new Random(2).nextBytes(labels);
    return new Images(SIDE, SIDE, pixels, labels);
  }

  @Test
  void aSeedDecidesTheImagesAndLabelsStay() {
    Images first = Policy.of(images(), new Random(3));

    assertArrayEquals(first.pixels(), Policy.of(images(), new Random(3)).pixels());
    assertFalse(Arrays.equals(first.pixels(), Policy.of(images(), new Random(4)).pixels()));
    assertArrayEquals(images().labels(), first.labels());
  }

  @Test
  void mostImagesChange() {
    Images before = images();
    Images after = Policy.of(before, new Random(5));
    int changed = 0;
    for (int n = 0; n < COUNT; n++) {
      changed += Arrays.equals(before.select(n).pixels(), after.select(n).pixels()) ? 0 : 1;
    }

    // Unchanged: the mean over pairs of (1 - p)(1 - q) = 0.176; standard deviation 0.012.
    assertEquals(1 - 0.176, changed / (double) COUNT, 0.05);
    assertTrue(changed < COUNT);
  }

  /** A pair of docs/experiments.md, with the probability of each operation. */
  private record Pair(Operation first, double p, Operation second, double q) {}

  private static final List<Pair> DECLARED =
      List.of(
          new Pair(Operation.POSTERIZE, 0.4, Operation.ROTATE, 0.6),
          new Pair(Operation.SOLARIZE, 0.6, Operation.AUTO_CONTRAST, 0.6),
          new Pair(Operation.SHEAR_X, 0.6, Operation.EQUALIZE, 0.4),
          new Pair(Operation.ROTATE, 0.8, Operation.CONTRAST, 0.6),
          new Pair(Operation.SHEAR_Y, 0.6, Operation.BRIGHTNESS, 0.6));

  @Test
  void eachImageGetsADeclaredPairWithItsProbabilities() {
    Map<List<Operation>, Double> expected = new LinkedHashMap<>();
    for (Pair pair : DECLARED) {
      expected.merge(List.of(), (1 - pair.p) * (1 - pair.q) / 5, Double::sum);
      expected.merge(List.of(pair.first), pair.p * (1 - pair.q) / 5, Double::sum);
      expected.merge(List.of(pair.second), (1 - pair.p) * pair.q / 5, Double::sum);
      expected.merge(List.of(pair.first, pair.second), pair.p * pair.q / 5, Double::sum);
    }
    Images before = images();
    Images after = Policy.of(before, new Random(6));
    Map<List<Operation>, Integer> found = new HashMap<>();
    for (int n = 0; n < COUNT; n++) {
      byte[] pixels = before.select(n).pixels();
      byte[] changed = after.select(n).pixels();
      found.merge(
          expected.keySet().stream()
              .filter(operations -> gives(operations, 0, pixels, changed))
              .findFirst()
              .orElseThrow(),
          1,
          Integer::sum);
    }

    // Each share has a standard deviation of at most 0.012.
    expected.forEach(
        (operations, share) ->
            assertEquals(
                share,
                found.getOrDefault(operations, 0) / (double) COUNT,
                0.05,
                operations.toString()));
  }

  /** Whether operations, each in one of its two directions, make one image of another. */
  private static boolean gives(List<Operation> operations, int from, byte[] before, byte[] after) {
    if (from == operations.size()) {
      return Arrays.equals(before, after);
    }
    return IntStream.of(-1, 1)
        .anyMatch(
            sign ->
                gives(
                    operations,
                    from + 1,
                    operations.get(from).apply(before, SIDE, SIDE, sign),
                    after));
  }
}
