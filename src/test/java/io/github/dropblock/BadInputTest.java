package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.outOfBounds;
import static io.github.dropblock.internal.check.Rejections.rejected;
import static io.github.dropblock.internal.check.Rejections.rejectedUnchanged;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bad arguments of the regularizer and of masks: the message names the parameter, the range and the
 * value, and nothing is modified.
 */
class BadInputTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static final Shape SHAPE = Shape.nchw(2, 1, 2, 2);
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(0.5).blockSize(1).seed(1).build();
  private static final DropMask MASK = DROP_BLOCK.sample(SHAPE, 0);

  private final float[] data = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  private final Tensor batch = Tensor.of(data, Shape.nchw(3, 1, 2, 2));
  private final Tensor x = batch.slice(0, 2);
  private final Tensor overlapping = batch.slice(1, 2);
  private final FloatBuffer exact = FloatBuffer.wrap(data, 0, 8);
  private final FloatBuffer tooLong = FloatBuffer.wrap(data, 0, 9);
  private final FloatBuffer tooShort = FloatBuffer.wrap(data, 1, 7);

  /** Rejected, with the array and the buffers as they were. */
  private DynamicTest untouched(String name, String message, Executable call) {
    return rejectedUnchanged(
        () -> Arrays.toString(data) + exact + tooLong + tooShort, name, message, call);
  }

  @TestFactory
  List<DynamicTest> builder() {
    DropBlockBuilder builder = DropBlock.builder().seed(1);
    String keepProb = "keepProb must be in [0, 1]: ";
    String scale = "gammaScale must be finite and >= 0: ";
    List<DynamicTest> tests = new ArrayList<>();
    for (double value : new double[] {-0.1, 1.1, NAN, INFINITE, -INFINITE}) {
      tests.add(
          rejectedUnchanged(
              builder::toString,
              "keepProb " + value,
              keepProb + value,
              () -> builder.keepProb(value)));
    }
    for (double value : new double[] {-1, NAN, INFINITE}) {
      tests.add(
          rejectedUnchanged(
              builder::toString,
              "gammaScale " + value,
              scale + value,
              () -> builder.gammaScale(value)));
    }
    for (int value : new int[] {0, -1, Integer.MIN_VALUE}) {
      tests.add(
          rejectedUnchanged(
              builder::toString,
              "blockSize " + value,
              "blockSize must be >= 1: " + value,
              () -> builder.blockSize(value)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> nullChoices() {
    DropBlockBuilder builder = DropBlock.builder().seed(1);
    return List.of(
        rejectedUnchanged(
            builder::toString,
            "blockSize",
            "blockSize must not be null",
            () -> builder.blockSize(null)),
        rejectedUnchanged(
            builder::toString,
            "seedRegion",
            "seedRegion must not be null",
            () -> builder.seedRegion(null)),
        rejectedUnchanged(
            builder::toString,
            "gammaRule",
            "gammaRule must not be null",
            () -> builder.gammaRule(null)));
  }

  @TestFactory
  List<DynamicTest> blockSizes() {
    String ratio = "blockSize ratio must be in (0, 1]: ";
    return List.of(
        rejected("square", "blockSize must be >= 1: 0", () -> BlockSize.square(0)),
        rejected("height", "blockSize height must be >= 1: 0", () -> BlockSize.of(0, 1)),
        rejected("width", "blockSize width must be >= 1: -3", () -> BlockSize.of(1, -3)),
        rejected("depth", "blockSize depth must be >= 1: 0", () -> BlockSize.of(0, 1, 1)),
        rejected("3-D height", "blockSize height must be >= 1: 0", () -> BlockSize.of(1, 0, 1)),
        rejected("3-D width", "blockSize width must be >= 1: 0", () -> BlockSize.of(1, 1, 0)),
        rejected("ratio 0", ratio + "0.0", () -> BlockSize.ratio(0)),
        rejected("ratio < 0", ratio + "-0.5", () -> BlockSize.ratio(-0.5)),
        rejected("ratio > 1", ratio + "1.1", () -> BlockSize.ratio(1.1)),
        rejected("ratio NaN", ratio + "NaN", () -> BlockSize.ratio(NAN)),
        rejected(
            "positions, depth", "shape must not be null", () -> BlockSize.square(7).depthOn(null)),
        rejected(
            "positions, height",
            "shape must not be null",
            () -> BlockSize.square(7).heightOn(null)),
        rejected(
            "positions, width", "shape must not be null", () -> BlockSize.square(7).widthOn(null)),
        rejected("ratio, depth", "shape must not be null", () -> BlockSize.ratio(1).depthOn(null)),
        rejected(
            "ratio, height", "shape must not be null", () -> BlockSize.ratio(1).heightOn(null)),
        rejected("ratio, width", "shape must not be null", () -> BlockSize.ratio(1).widthOn(null)));
  }

  @TestFactory
  List<DynamicTest> applyAtOnce() {
    return List.of(
        rejected("x", "x must not be null", () -> DropBlock.apply(null, 0.9, 7)),
        rejected("x, seed", "x must not be null", () -> DropBlock.apply(null, 0.9, 7, 1)),
        untouched("keepProb", "keepProb must be in [0, 1]: 1.5", () -> DropBlock.apply(x, 1.5, 7)),
        untouched(
            "keepProb NaN", "keepProb must be in [0, 1]: NaN", () -> DropBlock.apply(x, NAN, 7, 1)),
        untouched("blockSize", "blockSize must be >= 1: 0", () -> DropBlock.apply(x, 0.9, 0, 1)));
  }

  @TestFactory
  List<DynamicTest> regularizer() {
    return List.of(
        rejected("shape", "shape must not be null", () -> DROP_BLOCK.sample(null, 0)),
        rejected("step", "step must be >= 0: -1", () -> DROP_BLOCK.sample(SHAPE, -1)),
        rejected(
            "firstSample",
            "firstSample must be in [0, 9223372036854775805]: -1",
            () -> DROP_BLOCK.sample(SHAPE, 0, -1)),
        rejected("gamma", "shape must not be null", () -> DROP_BLOCK.gamma(null)),
        rejected("kept", "shape must not be null", () -> DROP_BLOCK.expectedKeptFraction(null)),
        rejected(
            "keepProb", "keepProb must be in [0, 1]: NaN", () -> DROP_BLOCK.withKeepProb(NAN)));
  }

  @Test
  void samplesBeyondTheLastIndexAreRejectedByName() {
    long firstSample = Long.MAX_VALUE;
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> DROP_BLOCK.sample(SHAPE, 0, firstSample));
    assertTrue(e.getMessage().contains("firstSample"), e.getMessage());
    assertTrue(e.getMessage().contains(Long.toString(firstSample)), e.getMessage());
  }

  /** Regions that reach over the edges have more sites than the largest map has positions. */
  @ParameterizedTest
  @EnumSource(SeedRegion.class)
  void theLargestMapHasAGammaOrIsRejectedByName(SeedRegion region) {
    DropBlock dropBlock = DropBlock.builder().seedRegion(region).build();
    try {
      double gamma = dropBlock.gamma(Shape.ncw(1, 1, Integer.MAX_VALUE));
      assertTrue(gamma >= 0 && gamma <= 1, () -> "gamma " + gamma);
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().contains("blockSize"), e.getMessage());
    }
  }

  @TestFactory
  List<DynamicTest> tensorsOfAMask() {
    Tensor other = Tensor.zeros(Shape.ncw(2, 1, 4));
    String shapes = " must have the mask's shape NCHW(2, 1, 2, 2): NCW(2, 1, 4)";
    return List.of(
        rejected("apply x", "x must not be null", () -> MASK.apply((Tensor) null)),
        untouched("apply null, out", "x must not be null", () -> MASK.apply(null, x)),
        untouched("apply x, null", "out must not be null", () -> MASK.apply(x, (Tensor) null)),
        rejected("in place", "x must not be null", () -> MASK.applyInPlace((Tensor) null)),
        rejected("backward", "dy must not be null", () -> MASK.backward(null)),
        rejected("shape of x", "x" + shapes, () -> MASK.apply(other)),
        untouched("shape of x, out", "x" + shapes, () -> MASK.apply(other, x)),
        untouched("shape of out", "out" + shapes, () -> MASK.apply(x, other)),
        rejected("shape in place", "x" + shapes, () -> MASK.applyInPlace(other)),
        rejected("shape of dy", "dy" + shapes, () -> MASK.backward(other)),
        untouched(
            "batch size",
            "x must have the mask's shape NCHW(2, 1, 2, 2): NCHW(3, 1, 2, 2)",
            () -> MASK.applyInPlace(batch)),
        untouched(
            "overlap behind",
            "x and out must not overlap: offsets 0 and 4",
            () -> MASK.apply(x, overlapping)),
        untouched(
            "overlap before",
            "x and out must not overlap: offsets 4 and 0",
            () -> MASK.apply(overlapping, x)));
  }

  @TestFactory
  List<DynamicTest> buffersOfAMask() {
    FloatBuffer readOnly = exact.asReadOnlyBuffer();
    String size = ".remaining() must be 8 for NCHW(2, 1, 2, 2): ";
    String unwritable = " must be writable: it is read-only";
    return List.of(
        untouched("in", "in must not be null", () -> MASK.apply((FloatBuffer) null, exact)),
        untouched("out", "out must not be null", () -> MASK.apply(exact, (FloatBuffer) null)),
        untouched("in too long", "in" + size + 9, () -> MASK.apply(tooLong, exact)),
        untouched("in too short", "in" + size + 7, () -> MASK.apply(tooShort, exact)),
        untouched("out too long", "out" + size + 9, () -> MASK.apply(exact, tooLong)),
        untouched("out too short", "out" + size + 7, () -> MASK.apply(exact, tooShort)),
        untouched("out read-only", "out" + unwritable, () -> MASK.apply(exact, readOnly)),
        rejected("in place", "x must not be null", () -> MASK.applyInPlace((FloatBuffer) null)),
        untouched("in place too long", "x" + size + 9, () -> MASK.applyInPlace(tooLong)),
        untouched("in place read-only", "x" + unwritable, () -> MASK.applyInPlace(readOnly)),
        rejected("multipliers", "out must not be null", () -> MASK.writeMultipliers(null)),
        untouched("multipliers size", "out" + size + 7, () -> MASK.writeMultipliers(tooShort)),
        untouched(
            "multipliers read-only", "out" + unwritable, () -> MASK.writeMultipliers(readOnly)));
  }

  @TestFactory
  List<DynamicTest> positionsOfAMask() {
    return List.of(
        outOfBounds("n", "n must be in [0, 2): 2", () -> MASK.isKept(2, 0, 0, 0)),
        outOfBounds("c", "c must be in [0, 1): -1", () -> MASK.isKept(0, -1, 0, 0)),
        outOfBounds("d", "d must be in [0, 1): 1", () -> MASK.isKept(0, 0, 1, 0, 0)),
        outOfBounds("h", "h must be in [0, 2): 2", () -> MASK.isKept(0, 0, 2, 0)),
        outOfBounds("w", "w must be in [0, 2): 2", () -> MASK.isKept(0, 0, 0, 2)));
  }
}
