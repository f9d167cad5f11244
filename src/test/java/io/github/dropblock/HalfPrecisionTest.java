package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.internal.apply.HalfFormat;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.function.Executable;

/** Multipliers in half precision: those of floats, each rounded. */
class HalfPrecisionTest extends MaskSetups {
  private static final short GUARD = 77;

  private static short rounded(HalfPrecision precision, float factor) {
    HalfFormat format = HalfFormat.valueOf(precision.name());
    return format.nearest(factor);
  }

  private static ShortBuffer guarded(int size, boolean direct) {
    ShortBuffer buffer =
        direct
            ? ByteBuffer.allocateDirect(2 * size).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer()
            : ShortBuffer.allocate(size);
    for (int i = 0; i < size; i++) {
      buffer.put(i, GUARD);
    }
    return buffer;
  }

  private static void assertHolds(short[] expected, ShortBuffer buffer) {
    short[] actual = new short[expected.length];
    buffer.clear();
    buffer.get(actual);
    assertArrayEquals(expected, actual);
  }

  @Property(tries = 200)
  void multipliersAreRounded(
      @ForAll("setups") MaskSetup setup,
      @ForAll HalfPrecision precision,
      @ForAll boolean direct,
      @ForAll @IntRange(max = 1) int gap,
      @ForAll long seed) {
    float[] multipliers = setup.oracle().multipliers();
    // The largest factor of a float is beyond binary16.
    for (int i = 0; i < multipliers.length; i++) {
      multipliers[i] = Math.min(multipliers[i], largest(precision));
    }
    int size = multipliers.length;
    ShortBuffer out = guarded(size + 3, direct).position(1).limit(size + 1);
    setup.mask().writeMultipliers(out, precision);
    assertEquals(1, out.position());
    short[] expected = new short[size + 3];
    Arrays.fill(expected, GUARD);
    for (int i = 0; i < size; i++) {
      expected[i + 1] = rounded(precision, multipliers[i]);
    }
    assertHolds(expected, out);
    List<Integer> axes = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    Collections.shuffle(axes, new Random(seed));
    if (size < 4000) {
      assertStrided(setup, precision, multipliers, axes, gap);
    }
  }

  private static void assertStrided(
      MaskSetup setup, HalfPrecision precision, float[] multipliers, List<Integer> axes, int gap) {
    Strides strides = StridedMemory.strides(setup.shape(), axes, 2, gap);
    StridedMemory memory = new StridedMemory(setup.shape(), strides, null);
    ShortBuffer out = guarded(memory.length() + 3, false).limit(memory.length());
    setup.mask().writeMultipliers(out, strides, precision);
    short[] expected = new short[memory.length() + 3];
    Arrays.fill(expected, GUARD);
    for (int i = 0; i < multipliers.length; i++) {
      expected[memory.places()[i]] = rounded(precision, multipliers[i]);
    }
    assertHolds(expected, out);
  }

  private static float largest(HalfPrecision precision) {
    return precision == HalfPrecision.BINARY16 ? 65504f : 0x1.FEp127f;
  }

  /** Infinity times 0 would be NaN. */
  @Example
  void factorsThatAreTooLargeBecomeTheLargestNumber() {
    Shape shape = Shape.ncw(1, 1, 70_000);
    DropMask whole = Dropout.of(.999, 5).withNormalization(Normalization.TENSOR).sample(shape, 0);
    DropMask large = whole.withTotals(whole.keptCount(), 65_520 * whole.keptCount());
    short[] halves = new short[70_000];
    large.writeMultipliers(ShortBuffer.wrap(halves), HalfPrecision.BINARY16);
    for (int i = 0; i < halves.length; i++) {
      assertEquals(large.isKept(0, 0, 0, i) ? (short) 0x7BFF : 0, halves[i]);
    }
  }

  @Example
  void badArgumentsAreNamed() {
    DropMask mask = Dropout.of(.5, 1).sample(Shape.nc(2, 4), 0);
    ShortBuffer out = ShortBuffer.allocate(9);
    String[] messages = {
      message(() -> mask.writeMultipliers((ShortBuffer) null, HalfPrecision.BFLOAT16)),
      message(() -> mask.writeMultipliers(out, HalfPrecision.BFLOAT16)),
      message(() -> mask.writeMultipliers(out.duplicate().limit(8), (HalfPrecision) null)),
      message(() -> mask.writeMultipliers(out.asReadOnlyBuffer().limit(8), HalfPrecision.BINARY16)),
      message(
          () -> mask.writeMultipliers(out, new Strides(2, 4, 1, 0, 0, 0), HalfPrecision.BINARY16)),
      message(() -> mask.writeMultipliers(out, new Strides(1, 4, 1, 0, 0, 0), null))
    };
    assertArrayEquals(
        new String[] {
          "out must not be null",
          "out.remaining() must be 8 for NC(2, 4): 9",
          "precision must not be null",
          "out must be writable: it is read-only",
          "out.limit() must be more than the last index, 9: 9",
          "precision must not be null"
        },
        messages);
    assertHolds(new short[9], out);
  }

  private static String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
