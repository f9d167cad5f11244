package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.function.Executable;

/** Strides by which two elements share an index are refused, and all others are taken. */
class StridesOverlapTest {
  private static final String AT_ONE_INDEX = "strides must not put two elements at one index: ";

  /** In an expanded tensor one element stands for many, and each of them would be scaled. */
  @Example
  void expandedTensorsAreRefused() {
    float[] ones = new float[32];
    Arrays.fill(ones, 1);
    FloatBuffer buffer = FloatBuffer.wrap(ones);
    DropMask mask = Dropout.of(.5, 1).sample(Shape.nchw(3, 2, 4, 4), 0);
    Strides strides = new Strides(0, 0, 16, 0, 4, 1);
    ShortBuffer halves = ShortBuffer.allocate(32);
    List<Executable> calls =
        List.of(
            () -> mask.applyInPlace(buffer, strides),
            () -> mask.backwardInPlace(buffer, strides),
            () -> mask.writeMultipliers(buffer, strides),
            () -> mask.writeMultipliers(halves, strides, HalfPrecision.BINARY16),
            () -> mask.writeFill(buffer, strides),
            () -> mask.select(buffer, buffer, buffer, strides));
    for (Executable call : calls) {
      assertEquals(
          AT_ONE_INDEX + "n 0", assertThrows(IllegalArgumentException.class, call).getMessage());
    }
    for (float value : ones) {
      assertEquals(1f, value);
    }
    assertArrayEquals(new short[32], halves.array());
  }

  @Example
  void theAxesAreNamed() {
    DropMask mask = Dropout.of(.5, 1).sample(Shape.nchw(1, 1, 3, 4), 0);
    FloatBuffer buffer = FloatBuffer.allocate(100);
    assertEquals(
        AT_ONE_INDEX + "w 2, h 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> mask.applyInPlace(buffer, new Strides(0, 9, 9, 9, 3, 2)))
            .getMessage());
    // Rows of 3 and columns of 4 steps: 3 * 4 is the first step back, and it is out of reach.
    mask.applyInPlace(buffer, new Strides(0, 9, 9, 9, 4, 3));
  }

  /** Extents and strides at random: refused if and only if two places are alike. */
  @Property(tries = 3000)
  void exactlyThoseThatShareAnIndexAreRefused(
      @ForAll @Size(5) List<@IntRange(min = 1, max = 4) Integer> e,
      @ForAll @Size(5) List<@IntRange(max = 30) Integer> s) {
    Shape shape = Shape.ncdhw(e.get(0), e.get(1), e.get(2), e.get(3), e.get(4));
    Strides strides = new Strides(1, s.get(0), s.get(1), s.get(2), s.get(3), s.get(4));
    int[] places = StridedMemory.places(shape, strides);
    boolean share = Arrays.stream(places).distinct().count() < places.length;
    DropMask mask = Dropout.of(0, 1).sample(shape, 0);
    float[] data = new float[Arrays.stream(places).max().orElse(0) + 1];
    Arrays.fill(data, 1);
    float[] before = data.clone();
    if (share) {
      assertThrows(
          IllegalArgumentException.class, () -> mask.applyInPlace(FloatBuffer.wrap(data), strides));
      assertArrayEquals(before, data);
    } else {
      mask.applyInPlace(FloatBuffer.wrap(data), strides);
      assertEquals(places.length, data.length - (int) sum(data));
    }
  }

  private static double sum(float[] data) {
    double sum = 0;
    for (float value : data) {
      sum += value;
    }
    return sum;
  }

  /** Long axes with strides that have no common factor: each answer comes soon. */
  @Example
  void longAxesAreDecided() {
    Shape shape = Shape.nchw(1, 1, 1000, 1001);
    DropMask mask = Dropout.of(.5, 1).sample(shape, 0);
    FloatBuffer buffer = FloatBuffer.allocate(2_100_000);
    mask.applyInPlace(buffer, new Strides(0, 0, 0, 0, 1001, 999));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> mask.applyInPlace(buffer, new Strides(0, 0, 0, 0, 1000, 999)))
            .getMessage();
    assertEquals(AT_ONE_INDEX + "w 999, h 1000", message);
  }
}
