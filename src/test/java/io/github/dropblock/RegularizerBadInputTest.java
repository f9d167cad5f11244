package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.rejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bad arguments of every regularizer, and maps and blocks that are too large together. */
class RegularizerBadInputTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 4, 4);

  private static List<KeepProbRegularizer> withKeepProb() {
    return List.of(
        Dropout.of(.5, 1),
        SpatialDropout.of(.5, 1),
        DropPath.of(.5, 1),
        DropPath.ofBatch(.5, 1),
        AlphaDropout.of(.5, 1),
        Patches.of(3, .5, 1),
        Patches.exactly(3, .5, 1),
        DropBlock.builder().seed(1).build());
  }

  @TestFactory
  List<DynamicTest> keepProb() {
    List<DynamicTest> tests = new ArrayList<>();
    for (double p : new double[] {-1e-9, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY}) {
      String message = "keepProb must be in [0, 1]: " + p;
      tests.add(rejected("Dropout " + p, message, () -> Dropout.of(p, 1)));
      tests.add(rejected("SpatialDropout " + p, message, () -> SpatialDropout.of(p, 1)));
      tests.add(rejected("AlphaDropout " + p, message, () -> AlphaDropout.of(p, 1)));
      tests.add(
          rejected("AlphaDropout of planes " + p, message, () -> AlphaDropout.ofPlanes(p, 1)));
      tests.add(rejected("DropPath " + p, message, () -> DropPath.of(p, 1)));
      tests.add(rejected("Patches " + p, message, () -> Patches.of(3, p, 1)));
      tests.add(rejected("exact Patches " + p, message, () -> Patches.exactly(3, p, 1)));
      tests.add(rejected("DropPath of batches " + p, message, () -> DropPath.ofBatch(p, 1)));
      for (KeepProbRegularizer r : withKeepProb()) {
        tests.add(rejected(r + " with " + p, message, () -> r.withKeepProb(p)));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> patches() {
    Patches patches = Patches.of(3, .5, 1);
    return List.of(
        rejected("cell 0", "cell must be >= 1: 0", () -> Patches.of(0, .5, 1)),
        rejected("exact cell", "cell must be >= 1: -1", () -> Patches.exactly(-1, .5, 1)),
        rejected("cell", "cell must not be null", () -> Patches.of(null, .5, 1)),
        rejected("cell of exact", "cell must not be null", () -> Patches.exactly(null, .5, 1)),
        rejected("cells", "shape must not be null", () -> patches.cells(null)),
        rejected("sharing", "sharing must not be null", () -> patches.withSharing(null)));
  }

  @TestFactory
  List<DynamicTest> gridMask() {
    GridMask grid = GridMask.of(3, .5, 1);
    List<DynamicTest> tests = new ArrayList<>();
    for (double p : new double[] {-1e-9, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY}) {
      String range = " must be in [0, 1]: " + p;
      tests.add(rejected("ratio " + p, "holeRatio" + range, () -> GridMask.of(3, p, 1)));
      tests.add(rejected("with " + p, "probability" + range, () -> grid.withProbability(p)));
    }
    for (int bad : new int[] {Integer.MIN_VALUE, 0, (1 << 20) + 1}) {
      String range = "eriod must be in [1, 1048576]: " + bad;
      tests.add(rejected("period " + bad, "p" + range, () -> GridMask.of(bad, .5, 1)));
      tests.add(rejected("least " + bad, "minP" + range, () -> GridMask.of(bad, 3, .5, 1)));
      tests.add(rejected("most " + bad, "maxP" + range, () -> GridMask.of(1, bad, .5, 1)));
    }
    String order = "maxPeriod must be in [5, 1048576]: 4";
    tests.add(rejected("order", order, () -> GridMask.of(5, 4, .5, 1)));
    tests.add(rejected("sharing", "sharing must not be null", () -> grid.withSharing(null)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> shapesAndCounters() {
    List<Regularizer> all = new ArrayList<>(withKeepProb());
    all.add(Cutout.of(1, 3, 1));
    all.add(Holes.randomErasing(1, 1));
    all.add(GridMask.of(3, .5, 1));
    List<DynamicTest> tests = new ArrayList<>();
    for (Regularizer r : all) {
      DropMask mask = r.sample(SHAPE, 0);
      String first = "firstSample must be in [0, 9223372036854775805]: ";
      tests.add(rejected(r + " shape", "shape must not be null", () -> r.sample(null, 0)));
      tests.add(
          rejected(r + " kept", "shape must not be null", () -> r.expectedKeptFraction(null)));
      tests.add(rejected(r + " step", "step must be >= 0: -1", () -> r.sample(SHAPE, -1)));
      tests.add(rejected(r + " first", first + "-1", () -> r.sample(SHAPE, 0, -1)));
      tests.add(
          rejected(r + " last", first + Long.MAX_VALUE, () -> r.sample(SHAPE, 0, Long.MAX_VALUE)));
      tests.add(rejected(r + " mask", "mask must not be null", () -> r.sampleInto(null, 0)));
      tests.add(rejected(r + " into", "step must be >= 0: -2", () -> r.sampleInto(mask, -2)));
      tests.add(rejected(r + " into first", first + "-3", () -> r.sampleInto(mask, 0, -3)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> choices() {
    List<DynamicTest> tests = new ArrayList<>();
    List<Regularizer> all =
        List.of(
            Dropout.of(.5, 1),
            SpatialDropout.of(.5, 1),
            DropPath.of(.5, 1),
            Cutout.of(1, 3, 1),
            Holes.randomErasing(1, 1),
            Patches.of(3, .5, 1),
            GridMask.of(3, .5, 1));
    for (Regularizer r : all) {
      tests.add(
          rejected(
              r + " normalization",
              "normalization must not be null",
              () -> r.withNormalization(null)));
      tests.add(rejected(r + " fill", "fill must not be null", () -> r.withFill(null)));
      tests.add(rejected(r + " threads", "threads must not be null", () -> r.withThreads(null)));
    }
    DropBlockBuilder builder = DropBlock.builder();
    tests.add(
        rejected(
            "Dropout sharing",
            "sharing must not be null",
            () -> Dropout.of(.5, 1).withSharing(null)));
    tests.add(
        rejected(
            "SpatialDropout sharing",
            "sharing must not be null",
            () -> SpatialDropout.of(.5, 1).withSharing(null)));
    tests.add(rejected("sharing", "sharing must not be null", () -> builder.sharing(null)));
    tests.add(
        rejected(
            "normalization", "normalization must not be null", () -> builder.normalization(null)));
    tests.add(rejected("fill", "fill must not be null", () -> builder.fill(null)));
    tests.add(rejected("threads", "threads must not be null", () -> builder.threads(null)));
    return tests;
  }

  /** The last samples that have an index are drawn. */
  @Test
  void theLastIndexesAreInRange() {
    List<Regularizer> all = new ArrayList<>(withKeepProb());
    all.add(Cutout.of(1, 3, 1));
    all.add(Holes.randomErasing(1, 1));
    all.add(GridMask.of(3, .5, 1));
    for (Regularizer r : all) {
      DropMask mask = r.sample(SHAPE, Long.MAX_VALUE, Long.MAX_VALUE - 2);
      assertEquals(SHAPE, mask.shape());
    }
  }

  /** Shapes and blocks with whose sites or reach an int overflows; none is so large itself. */
  @ParameterizedTest
  @EnumSource(names = {"WHOLE", "EXTENDED"})
  void regionsThatReachTooFarAreRejectedByName(SeedRegion region) {
    for (Shape shape :
        List.of(
            Shape.ncw(0, 1, 2_000_000_000),
            Shape.ncw(0, 64, 30_000_000),
            Shape.nchw(0, 1, 40_000, 40_000),
            Shape.nchw(0, 64, 4_000, 4_000),
            Shape.ncdhw(0, 1, 1_200, 1_200, 1_200),
            Shape.ncdhw(0, 3, 800, 800, 800))) {
      DropBlock dropBlock =
          DropBlock.builder().blockSize(Integer.MAX_VALUE).seedRegion(region).seed(1).build();
      Exception e = assertThrows(IllegalArgumentException.class, () -> dropBlock.sample(shape, 0));
      assertTrue(e.getMessage().startsWith("blockSize "), shape + ": " + e.getMessage());
    }
  }

  /** Gamma needs no sites to be numbered. */
  @ParameterizedTest
  @EnumSource
  void gammaOfLargeMapsIsAProbabilityOrRejectedByName(SeedRegion region) {
    for (Shape shape :
        List.of(
            Shape.ncw(1, 1, Integer.MAX_VALUE),
            Shape.nchw(1, 1, 46_340, 46_340),
            Shape.ncdhw(1, 1, 1_290, 1_290, 1_290))) {
      for (int block : new int[] {1, 2, 700, Integer.MAX_VALUE}) {
        DropBlock dropBlock =
            DropBlock.builder().blockSize(block).seedRegion(region).seed(1).build();
        try {
          double gamma = dropBlock.gamma(shape);
          assertTrue(gamma >= 0 && gamma <= 1, () -> shape + ", " + block + ": " + gamma);
        } catch (IllegalArgumentException e) {
          assertTrue(e.getMessage().startsWith("blockSize "), e.getMessage());
        }
      }
    }
  }
}
