package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.outOfBounds;
import static io.github.dropblock.internal.check.Rejections.rejected;
import static io.github.dropblock.internal.check.Rejections.rejectedUnchanged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Bad arguments of fills, strides, totals and buffers: named, and nothing is modified. */
class ApplyBadInputTest {
  private static final double NAN = Double.NaN;
  private static final Shape SHAPE = Shape.nchw(2, 1, 2, 2);
  private static final Dropout DROPOUT = Dropout.of(.5, 3);

  /** Of 8 positions some are kept and some are not. */
  private static final DropMask MASK =
      DROPOUT.withNormalization(Normalization.TENSOR).sample(SHAPE, 0);

  private final float[] data = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  private final FloatBuffer exact = FloatBuffer.wrap(data, 0, 8);
  private final FloatBuffer tooLong = FloatBuffer.wrap(data, 0, 9);
  private final FloatBuffer readOnly = FloatBuffer.wrap(data, 0, 8).asReadOnlyBuffer();
  private final Strides rowMajor = Strides.rowMajor(SHAPE);

  private DynamicTest untouched(String name, String message, Executable call) {
    return rejectedUnchanged(
        () -> Arrays.toString(data) + exact + tooLong + readOnly, name, message, call);
  }

  @TestFactory
  List<DynamicTest> fills() {
    String value = "fill value must be finite: ";
    String deviation = "fill standardDeviation must be finite and >= 0: ";
    String bounds = "fill low and high must be floats with low <= high: ";
    return List.of(
        rejected("NaN", value + "NaN", () -> Fill.constant(Float.NaN)),
        rejected("infinite", value + "-Infinity", () -> Fill.constant(Float.NEGATIVE_INFINITY)),
        rejected("mean", "fill mean must be finite: NaN", () -> Fill.gaussian(NAN, 1)),
        rejected(
            "noise",
            "fill mean and standardDeviation must give floats, up to 7 deviations from the mean: "
                + "-1.0E30 and 1.0E38",
            () -> Fill.gaussian(-1e30, 1e38)),
        rejected("mean", "fill mean must be finite: Infinity", () -> Fill.gaussian(1 / 0.0, 1)),
        rejected("deviation", deviation + "NaN", () -> Fill.gaussian(0, NAN)),
        rejected("deviation", deviation + "Infinity", () -> Fill.gaussian(0, 1 / 0.0)),
        rejected("deviation", deviation + "-1.0", () -> Fill.gaussian(0, -1)),
        rejected(
            "clamped mean", "fill mean must be finite: NaN", () -> Fill.gaussian(NAN, 1, 0, 1)),
        rejected("clamped deviation", deviation + "-1.0", () -> Fill.gaussian(0, -1, 0, 1)),
        rejected("clamped", bounds + "1.0 and 0.0", () -> Fill.gaussian(0, 1, 1, 0)),
        rejected("order", bounds + "1.0 and 0.0", () -> Fill.uniform(1, 0)),
        rejected("low", bounds + "NaN and 0.0", () -> Fill.uniform(NAN, 0)),
        rejected("high", bounds + "0.0 and NaN", () -> Fill.uniform(0, NAN)),
        rejected("low float", bounds + "-1.0E39 and 0.0", () -> Fill.uniform(-1e39, 0)),
        rejected("high float", bounds + "0.0 and 1.0E39", () -> Fill.uniform(0, 1e39)),
        rejected("shift", "fill shift must be finite: NaN", () -> Fill.constant(0, Float.NaN)),
        rejected("no values", "fill values must not be null", () -> Fill.perChannel(null)),
        rejected("channels", "fill values.length must be >= 1: 0", () -> Fill.perChannel()),
        rejected(
            "channel",
            "fill values[1] must be finite: Infinity",
            () -> Fill.perChannel(0, Float.POSITIVE_INFINITY)));
  }

  @TestFactory
  List<DynamicTest> choicesOfRegularizers() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Regularizer r : MaskSetup.ofEachGranularity(.5, 2)) {
      tests.add(rejected("fill", "fill must not be null", () -> r.withFill(null)));
      tests.add(
          rejected(
              "normalization", "normalization must not be null", () -> r.withNormalization(null)));
      tests.add(rejected("threads", "threads must not be null", () -> r.withThreads(null)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> strides() {
    String last = "x.limit() must be more than the last index, ";
    return List.of(
        rejected("offset", "offset must be >= 0: -1", () -> new Strides(-1, 1, 1, 1, 1, 1)),
        rejected("n", "stride of n must be >= 0: -1", () -> new Strides(0, -1, 1, 1, 1, 1)),
        rejected("c", "stride of c must be >= 0: -1", () -> new Strides(0, 1, -1, 1, 1, 1)),
        rejected("d", "stride of d must be >= 0: -1", () -> new Strides(0, 1, 1, -1, 1, 1)),
        rejected("h", "stride of h must be >= 0: -1", () -> new Strides(0, 1, 1, 1, -1, 1)),
        rejected("w", "stride of w must be >= 0: -1", () -> new Strides(0, 1, 1, 1, 1, -1)),
        rejected("rowMajor", "shape must not be null", () -> Strides.rowMajor(null)),
        rejected("channelsLast", "shape must not be null", () -> Strides.channelsLast(null)),
        untouched("no strides", "strides must not be null", () -> MASK.applyInPlace(exact, null)),
        rejected("no buffer", "x must not be null", () -> MASK.applyInPlace(null, rowMajor)),
        untouched(
            "too short",
            last + "8: 8",
            () -> MASK.applyInPlace(exact, new Strides(1, 4, 4, 4, 2, 1))),
        untouched(
            "far too short",
            last + "6442450937: 8",
            () -> {
              int most = Integer.MAX_VALUE;
              MASK.applyInPlace(exact, new Strides(most - 4, most, 1, 1, most, 0));
            }),
        untouched(
            "read-only",
            "x must be writable: it is read-only",
            () -> MASK.applyInPlace(readOnly, rowMajor)));
  }

  @TestFactory
  List<DynamicTest> gradientsInBuffers() {
    String size = ".remaining() must be 8 for NCHW(2, 1, 2, 2): 9";
    return List.of(
        untouched("dy", "dy must not be null", () -> MASK.backward(null, exact)),
        untouched("dx", "dx must not be null", () -> MASK.backward(exact, (FloatBuffer) null)),
        untouched("dy too long", "dy" + size, () -> MASK.backward(tooLong, exact)),
        untouched("dx too long", "dx" + size, () -> MASK.backward(exact, tooLong)),
        untouched(
            "dx read-only",
            "dx must be writable: it is read-only",
            () -> MASK.backward(exact, readOnly)),
        untouched("dy in place too long", "dy" + size, () -> MASK.backwardInPlace(tooLong)),
        rejected("strided dy", "dy must not be null", () -> MASK.backwardInPlace(null, rowMajor)),
        untouched(
            "strides",
            "strides must not be null",
            () -> MASK.backwardInPlace(exact, (Strides) null)),
        untouched(
            "strided read-only",
            "dy must be writable: it is read-only",
            () -> MASK.backwardInPlace(readOnly, rowMajor)),
        untouched(
            "strided too short",
            "dy.limit() must be more than the last index, 9: 8",
            () -> MASK.backwardInPlace(exact, new Strides(2, 4, 4, 4, 2, 1))),
        rejected("fill", "out must not be null", () -> MASK.writeFill(null)),
        untouched("fill size", "out" + size, () -> MASK.writeFill(tooLong)),
        untouched(
            "fill read-only",
            "out must be writable: it is read-only",
            () -> MASK.writeFill(readOnly)));
  }

  /** Buffers that show their array: one that is shifted against the other. */
  @TestFactory
  List<DynamicTest> overlaps() {
    FloatBuffer shifted = FloatBuffer.wrap(data, 1, 8);
    FloatBuffer sliced = FloatBuffer.wrap(data, 1, 8).slice();
    return List.of(
        untouched(
            "later output",
            "in and out must not overlap: they begin at 0 and 1 of one array",
            () -> MASK.apply(exact, shifted)),
        untouched(
            "earlier output",
            "dy and dx must not overlap: they begin at 1 and 0 of one array",
            () -> MASK.backward(sliced, exact)),
        untouched(
            "selection",
            "b and out must not overlap: they begin at 1 and 0 of one array",
            () -> MASK.select(exact, sliced, exact)));
  }

  @TestFactory
  List<DynamicTest> scalesOfPlanes() {
    return List.of(
        outOfBounds("n", "n must be in [0, 2): 2", () -> MASK.scale(2, 0)),
        outOfBounds("c", "c must be in [0, 1): -1", () -> MASK.scale(0, -1)));
  }

  @TestFactory
  List<DynamicTest> totals() {
    long kept = MASK.keptCount();
    return List.of(
        rejected(
            "fewer than this part's",
            "keptCount must be in ["
                + kept
                + ", "
                + (Long.MAX_VALUE - MASK.shape().size() + kept)
                + "]: "
                + (kept - 1),
            () -> MASK.withTotals(kept - 1, 100)),
        rejected(
            "fewer dropped than in this part",
            "size must be >= 8: 7",
            () -> MASK.withTotals(kept, 7)),
        rejected(
            "more kept than there are",
            "size must be >= " + (108 - kept) + ": 100",
            () -> MASK.withTotals(100, 100)));
  }

  /** The least size that goes with the most kept positions is beyond 64 bits. */
  @Test
  void keptCountsAtTheEndOfTheRange() {
    for (long size : new long[] {5, Long.MAX_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> MASK.withTotals(Long.MAX_VALUE, size));
    }
  }

  @Test
  void totalsOfOtherNormalizations() {
    for (Normalization other : Normalization.values()) {
      if (other != Normalization.TENSOR) {
        DropMask mask = DROPOUT.withNormalization(other).sample(SHAPE, 0);
        Exception e = assertThrows(IllegalStateException.class, () -> mask.withTotals(8, 16));
        assertEquals("totals are for Normalization.TENSOR: " + other, e.getMessage());
      }
    }
  }
}
