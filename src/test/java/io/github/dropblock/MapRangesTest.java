package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.rejected;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values of the right type that are out of range: the message names the key and the range. */
class MapRangesTest {
  private static final double NAN = Double.NaN;

  private static DynamicTest bad(
      Map<String, Object> map,
      Function<Map<String, ?>, ?> reader,
      String path,
      Object value,
      String message) {
    Map<String, Object> edited = MapEdits.with(map, List.of(path.split("/")), value);
    return rejected(path + " " + value, message, () -> reader.apply(edited));
  }

  @TestFactory
  List<DynamicTest> regularizers() {
    List<DynamicTest> tests = new ArrayList<>();
    List<Regularizer> all =
        List.of(
            DropBlock.builder().seed(1).build(),
            Dropout.of(.5, 1),
            SpatialDropout.of(.5, 1),
            DropPath.of(.5, 1),
            Patches.of(3, .5, 1));
    for (Regularizer r : all) {
      for (double value : new double[] {-.1, 1.1, NAN}) {
        String message = "keepProb must be in [0, 1]: " + value;
        tests.add(bad(r.toMap(), Regularizer::fromMap, "keepProb", value, message));
      }
      tests.add(
          bad(
              r.toMap(),
              Regularizer::fromMap,
              "normalization",
              "tensor",
              "regularizer normalization must be one of [TENSOR, SAMPLE, PLANE, EXPECTED, NONE]: tensor"));
      tests.add(
          bad(
              r.toMap(),
              Regularizer::fromMap,
              "fill/value",
              1e39,
              "fill value must be finite: Infinity"));
      tests.add(
          bad(
              r.toMap(),
              Regularizer::fromMap,
              "seed",
              BigInteger.ONE.shiftLeft(63),
              "regularizer seed must be a whole number of 64 bits: 9223372036854775808"));
      tests.add(
          bad(
              r.toMap(),
              Regularizer::fromMap,
              "seed",
              .5,
              "regularizer seed must be a whole number: 0.5"));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> choices() {
    Map<String, Object> map = DropBlock.builder().fill(Fill.gaussian(0, 1)).seed(1).build().toMap();
    Map<String, Object> ratio = DropBlock.builder().blockSize(BlockSize.ratio(.5)).build().toMap();
    Function<Map<String, ?>, ?> reader = Regularizer::fromMap;
    return List.of(
        bad(map, reader, "gammaScale", -1.0, "gammaScale must be finite and >= 0: -1.0"),
        bad(map, reader, "fill/mean", NAN, "fill mean must be finite: NaN"),
        bad(
            map,
            reader,
            "fill/standardDeviation",
            -1L,
            "fill standardDeviation must be finite and >= 0: -1.0"),
        bad(
            Dropout.of(.5, 1).withFill(Fill.perChannel(1, 2)).toMap(),
            reader,
            "fill/values",
            List.of(1, 1e39),
            "fill values[1] must be finite: Infinity"),
        bad(
            Dropout.of(.5, 1).withFill(Fill.uniform(0, 1)).toMap(),
            reader,
            "fill/high",
            -1.0,
            "fill low and high must be floats with low <= high: 0.0 and -1.0"),
        bad(map, reader, "blockSize/width", 0L, "blockSize width must be >= 1: 0"),
        bad(map, reader, "blockSize/height", -1L, "blockSize height must be >= 1: -1"),
        bad(
            map,
            reader,
            "blockSize/depth",
            1L << 32,
            "regularizer blockSize depth must fit 32 bits: 4294967296"),
        bad(ratio, reader, "blockSize/ratio", 1.5, "blockSize ratio must be in (0, 1]: 1.5"),
        bad(
            map,
            reader,
            "sharing",
            "SOME",
            "regularizer sharing must be one of [NONE, CHANNELS, BATCH, ALL]: SOME"),
        bad(
            SpatialDropout.of(.5, 1).toMap(),
            reader,
            "sharing",
            "TIME",
            "regularizer sharing must be one of [NONE, CHANNELS, BATCH, ALL]: TIME"),
        bad(Cutout.of(1, 2, 3).toMap(), reader, "holes", -1L, "holes must be >= 0: -1"));
  }

  @TestFactory
  List<DynamicTest> holes() {
    Map<String, Object> areas = Holes.randomErasing(1, 1).toMap();
    Map<String, Object> bars = Holes.bars(MapAxis.WIDTH, 2, 1, 3, 1).toMap();
    Map<String, Object> fixed = Holes.ofBatch(BlockSize.square(3), 1).toMap();
    Function<Map<String, ?>, ?> reader = Regularizer::fromMap;
    return List.of(
        bad(areas, reader, "probability", NAN, "probability must be in [0, 1]: NaN"),
        bad(areas, reader, "minHoles", -1L, "minHoles must be >= 0: -1"),
        bad(areas, reader, "maxHoles", 0L, "maxHoles must be >= 1: 0"),
        bad(areas, reader, "size/minArea", 0.0, "minArea must be in (0, 1]: 0.0"),
        bad(areas, reader, "size/maxArea", 2.0, "maxArea must be in [0.02, 1.0]: 2.0"),
        bad(
            areas,
            reader,
            "size/minAspect",
            1e-7,
            "minAspect must be in [1.0E-6, 1000000.0]: 1.0E-7"),
        bad(areas, reader, "size/maxAspect", .2, "maxAspect must be in [0.3, 1000000.0]: 0.2"),
        bad(
            bars,
            reader,
            "size/axis",
            "width",
            "regularizer size axis must be one of [DEPTH, HEIGHT, WIDTH]: width"),
        bad(bars, reader, "size/min", -1L, "min must be >= 0: -1"),
        bad(bars, reader, "size/max", 0L, "max must be >= 1: 0"),
        bad(
            fixed,
            reader,
            "size/max/width",
            2L,
            "max must be at least min, in positions or as a ratio like it, which is square(3):"
                + " of(3, 3, 2)"));
  }

  @TestFactory
  List<DynamicTest> grids() {
    Map<String, Object> cells = Patches.of(3, .5, 1).toMap();
    Map<String, Object> grid = GridMask.of(3, 7, .5, 1).toMap();
    Function<Map<String, ?>, ?> reader = Regularizer::fromMap;
    return List.of(
        bad(cells, reader, "cell/width", 0L, "blockSize width must be >= 1: 0"),
        bad(
            cells,
            reader,
            "sharing",
            "all",
            "regularizer sharing must be one of [NONE, CHANNELS, BATCH, ALL]: all"),
        bad(grid, reader, "minPeriod", 0L, "minPeriod must be in [1, 1048576]: 0"),
        bad(grid, reader, "minPeriod", 8L, "maxPeriod must be in [8, 1048576]: 7"),
        bad(grid, reader, "maxPeriod", 1048577L, "maxPeriod must be in [3, 1048576]: 1048577"),
        bad(grid, reader, "holeRatio", NAN, "holeRatio must be in [0, 1]: NaN"),
        bad(grid, reader, "probability", 1.5, "probability must be in [0, 1]: 1.5"));
  }

  @TestFactory
  List<DynamicTest> masks() {
    Map<String, Object> map = Dropout.of(.5, 1).sample(Shape.ncw(1, 2, 9), 0).toMap();
    Function<Map<String, ?>, ?> reader = DropMask::fromMap;
    String size = "size must be at most 2147483647: 65536 x 65536 x 1 x 1 x 1 (n, c, d, h, w)";
    return List.of(
        bad(map, reader, "shape", List.of(1L), extents(1)),
        bad(map, reader, "shape", List.of(1, 1, 1, 1, 1, 1), extents(6)),
        bad(map, reader, "shape", List.of(-1L, 2L, 9L), "n must be >= 0: -1"),
        bad(map, reader, "shape", List.of(1L, 0L, 9L), "c must be >= 1: 0"),
        bad(map, reader, "shape", List.of(1L << 16, 1L << 16, 1L), size),
        bad(
            map,
            reader,
            "shape",
            List.of(1L << 32, 1L, 1L),
            "DropMask shape must fit 32 bits: 4294967296"),
        bad(map, reader, "shape", List.of(1L, 2L, 13L), "DropMask dropped must be 4 bytes"),
        bad(map, reader, "dropped", "AAA", "DropMask dropped must be 3 bytes"),
        bad(map, reader, "dropped", "AA==", "DropMask dropped must be 3 bytes"),
        bad(map, reader, "dropped", "%%%%", "DropMask dropped must be Base64"),
        // 18 bits in 3 bytes: the last 6 must be 0.
        bad(map, reader, "dropped", "AAAE", "DropMask dropped must have 18 bits"),
        bad(map, reader, "dropped", new byte[2], "DropMask dropped must be 3 bytes"),
        bad(map, reader, "scale", -1.0, "DropMask scale must be finite and >= 0: -1.0"),
        bad(map, reader, "scale", NAN, "DropMask scale must be finite and >= 0: NaN"),
        bad(map, reader, "scale", 1e300, "DropMask scale must be finite and >= 0: 1.0E300"),
        bad(map, reader, "step", -1L, "step must be >= 0: -1"),
        bad(
            map,
            reader,
            "firstSample",
            Long.MAX_VALUE,
            "firstSample must be in [0, 9223372036854775806]: 9223372036854775807"));
  }

  private static String extents(int count) {
    return "DropMask shape length must be in [2, 5]: " + count;
  }

  @TestFactory
  List<DynamicTest> states() {
    Map<String, Object> map = new LayerState(1, 2, 3, 4, true).toMap();
    Function<Map<String, ?>, ?> reader = LayerState::fromMap;
    return List.of(
        bad(map, reader, "step", -1L, "step must be >= 0: -1"),
        bad(map, reader, "use", -1L, "use must be >= 0: -1"),
        bad(map, reader, "use", 1L << 31, "LayerState use must fit 32 bits: 2147483648"),
        bad(map, reader, "draw", -1L, "draw must be >= 0: -1"),
        // What a double cannot count exactly is not believed.
        bad(
            map,
            reader,
            "seed",
            0x1p60,
            "LayerState seed must be a whole number: " + Double.toString(0x1p60)));
  }

  @TestFactory
  List<DynamicTest> schedules() {
    Function<Map<String, ?>, ?> reader = KeepProbSchedule::fromMap;
    KeepProbSchedule cosine = KeepProbSchedule.cosine(1, .5, 10);
    Map<String, Object> nested = KeepProbSchedule.warmup(5, cosine).forGroup(2, 4).toMap();
    Map<String, Object> steps = KeepProbSchedule.step(new double[] {1, .5}, new long[] {3}).toMap();
    Map<String, Object> layer = cosine.forDepth(3, 12).toMap();
    Map<String, Object> power = KeepProbSchedule.polynomial(1, .5, 10, 2).toMap();
    return List.of(
        bad(nested, reader, "group", 5L, "group must be in [1, 4]: 5"),
        bad(layer, reader, "layer", 13L, "layer must be in [0, 12]: 13"),
        bad(layer, reader, "layers", 0L, "layers must be >= 1: 0"),
        bad(nested, reader, "groups", 0L, "groups must be >= 1: 0"),
        bad(nested, reader, "of/warmupSteps", -1L, "warmupSteps must be >= 0: -1"),
        bad(nested, reader, "of/then/from", 2.0, "from must be in [0, 1]: 2.0"),
        bad(nested, reader, "of/then/totalSteps", 0L, "totalSteps must be >= 1: 0"),
        bad(power, reader, "power", 0.0, "power must be finite and > 0: 0.0"),
        bad(power, reader, "to", NAN, "to must be in [0, 1]: NaN"),
        bad(steps, reader, "keepProbs", List.of(1, 1.5), "keepProbs[1] must be in [0, 1]: 1.5"),
        bad(steps, reader, "boundaries", List.of(0), "boundaries[0] must be > 0: 0"),
        bad(
            steps,
            reader,
            "boundaries",
            List.of(),
            "keepProbs.length must be boundaries.length + 1 = 1: 2"));
  }
}
