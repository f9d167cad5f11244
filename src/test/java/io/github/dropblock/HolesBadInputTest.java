package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.rejected;
import static io.github.dropblock.internal.check.Rejections.rejectedUnchanged;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Bad arguments of holes, their number and their sizes. */
class HolesBadInputTest {
  private static final double NAN = Double.NaN;

  @TestFactory
  List<DynamicTest> cutout() {
    return List.of(
        rejected("holes", "holes must be >= 0: -1", () -> Cutout.of(-1, 3, 1)),
        rejected("size 0", "size must be >= 1: 0", () -> Cutout.of(1, 0, 1)),
        rejected(
            "least size",
            "size must be >= 1: -2147483648",
            () -> Cutout.of(1, Integer.MIN_VALUE, 1)),
        rejected("size", "size must not be null", () -> Cutout.of(1, null, 1)),
        rejected(
            "holes of a form",
            "holes must be >= 0: -2",
            () -> Cutout.of(-2, BlockSize.of(1, 2), 1)));
  }

  @TestFactory
  List<DynamicTest> holes() {
    HolesBuilder builder = Holes.builder().seed(1);
    BlockSize three = BlockSize.square(3);
    return List.of(
        unchanged(builder, "probability must be in [0, 1]: NaN", () -> builder.probability(NAN)),
        unchanged(builder, "probability must be in [0, 1]: 1.5", () -> builder.probability(1.5)),
        unchanged(builder, "holes must be >= 0: -1", () -> builder.holes(-1)),
        unchanged(builder, "minHoles must be >= 0: -1", () -> builder.holes(-1, 2)),
        unchanged(builder, "maxHoles must be >= 3: 2", () -> builder.holes(3, 2)),
        unchanged(builder, "size must not be null", () -> builder.size(null)),
        unchanged(builder, "seedRegion must not be null", () -> builder.seedRegion(null)),
        unchanged(builder, "sharing must not be null", () -> builder.sharing(null)),
        unchanged(builder, "normalization must not be null", () -> builder.normalization(null)),
        unchanged(builder, "fill must not be null", () -> builder.fill(null)),
        unchanged(builder, "threads must not be null", () -> builder.threads(null)),
        unchanged(builder, "maxHoles must be >= 2: 1", () -> Holes.coarse(2, 1, three, three, 1)),
        unchanged(builder, "size must not be null", () -> Holes.ofBatch(null, 1)),
        unchanged(builder, "probability must be in [0, 1]: -1.0", () -> Holes.randomErasing(-1, 1)),
        unchanged(builder, "holes must be >= 0: -2", () -> Holes.bars(MapAxis.WIDTH, -2, 1, 2, 1)));
  }

  private static DynamicTest unchanged(HolesBuilder builder, String message, Executable call) {
    return rejectedUnchanged(() -> builder.build().toString(), message, message, call);
  }

  @TestFactory
  List<DynamicTest> sizesOfHoles() {
    BlockSize three = BlockSize.square(3);
    String least = "max must be at least min, in positions or as a ratio like it, which is ";
    return List.of(
        rejected("of", "size must not be null", () -> HoleSize.of(null)),
        rejected("min", "min must not be null", () -> HoleSize.between(null, three)),
        rejected("max", "max must not be null", () -> HoleSize.between(three, null)),
        rejected(
            "depth",
            least + "square(3): of(3, 3)",
            () -> HoleSize.between(three, BlockSize.of(3, 3))),
        rejected(
            "height",
            least + "square(3): of(3, 2, 3)",
            () -> HoleSize.between(three, BlockSize.of(3, 2, 3))),
        rejected(
            "width",
            least + "square(3): of(3, 3, 2)",
            () -> HoleSize.between(three, BlockSize.of(3, 3, 2))),
        rejected(
            "kind",
            least + "square(3): ratio(1.0)",
            () -> HoleSize.between(three, BlockSize.ratio(1))),
        rejected(
            "ratio",
            least + "ratio(0.5): ratio(0.4)",
            () -> HoleSize.between(BlockSize.ratio(.5), BlockSize.ratio(.4))),
        rejected("axis", "axis must not be null", () -> HoleSize.bar(null, 1, 2)),
        rejected("bar", "min must be >= 0: -1", () -> HoleSize.bar(MapAxis.WIDTH, -1, 2)),
        rejected("bar", "max must be >= 3: 2", () -> HoleSize.bar(MapAxis.WIDTH, 3, 2)));
  }

  @TestFactory
  List<DynamicTest> areasOfHoles() {
    return List.of(
        rejected("0", "minArea must be in (0, 1]: 0.0", () -> HoleSize.area(0, .5, 1, 1)),
        rejected("NaN", "minArea must be in (0, 1]: NaN", () -> HoleSize.area(NAN, .5, 1, 1)),
        rejected("less", "maxArea must be in [0.5, 1.0]: 0.4", () -> HoleSize.area(.5, .4, 1, 1)),
        rejected("NaN", "maxArea must be in [0.5, 1.0]: NaN", () -> HoleSize.area(.5, NAN, 1, 1)),
        rejected(
            "minAspect",
            "minAspect must be in [1.0E-6, 1000000.0]: 0.0",
            () -> HoleSize.area(.1, .4, 0, 1)),
        rejected(
            "maxAspect",
            "maxAspect must be in [2.0, 1000000.0]: 1.0",
            () -> HoleSize.area(.1, .4, 2, 1)),
        rejected(
            "infinite",
            "maxAspect must be in [2.0, 1000000.0]: Infinity",
            () -> HoleSize.area(.1, .4, 2, Double.POSITIVE_INFINITY)));
  }
}
