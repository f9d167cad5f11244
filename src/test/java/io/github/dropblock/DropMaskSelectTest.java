package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Kept positions from one tensor and dropped ones from another, bit for bit. */
@Tag("kernels")
class DropMaskSelectTest extends MaskSetups {
  /** Any bits: numbers, and NaN of both kinds with any payload. */
  private static Tensor anyBits(Shape shape, long seed) {
    Random random = new Random(seed);
    Tensor x = Tensor.zeros(shape);
    for (int i = 0; i < shape.size(); i++) {
      int bits = random.nextInt();
      x.data()[i] = Float.intBitsToFloat(random.nextBoolean() ? bits | 0x7F800000 : bits);
    }
    return x;
  }

  private static int[] bits(float[] values) {
    return IntStream.range(0, values.length).map(i -> Float.floatToRawIntBits(values[i])).toArray();
  }

  private static float[] expected(DropMask mask, Tensor a, Tensor b) {
    float[] kept = mask.toTensor().data();
    float[] expected = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      expected[i] = kept[i] == 1 ? a.data()[i] : b.data()[i];
    }
    return expected;
  }

  @Property(tries = 200)
  void tensors(@ForAll("setups") MaskSetup setup, @ForAll long seed) {
    DropMask mask = setup.mask();
    Tensor a = anyBits(setup.shape(), seed);
    Tensor b = anyBits(setup.shape(), ~seed);
    int[] expected = bits(expected(mask, a, b));
    Tensor out = Tensor.full(setup.shape(), 7);
    assertSame(out, mask.select(a, b, out));
    assertArrayEquals(expected, bits(out.data()));
    assertArrayEquals(expected, bits(mask.select(a.copy(), b, out).data()));
    Tensor first = a.copy();
    assertArrayEquals(expected, bits(mask.select(first, b, first).data()));
    Tensor second = b.copy();
    assertArrayEquals(expected, bits(mask.select(a, second, second).data()));
    assertArrayEquals(bits(a.data()), bits(mask.select(a, a, out).data()));
  }

  @Property(tries = 50)
  void buffers(
      @ForAll("setups") MaskSetup setup, @ForAll @IntRange(max = 5) int before, @ForAll long seed) {
    DropMask mask = setup.mask();
    Tensor a = anyBits(setup.shape(), seed);
    Tensor b = anyBits(setup.shape(), ~seed);
    float[] expected = expected(mask, a, b);
    for (FloatBuffer out : BufferWindows.of(setup.shape().size(), before)) {
      FloatBuffer in = FloatBuffer.wrap(a.data());
      mask.select(in, FloatBuffer.wrap(b.data()).asReadOnlyBuffer(), out);
      BufferWindows.assertWindow(expected, out, before);
      assertEquals(0, in.position());
      out.duplicate().put(b.data());
      mask.select(in, out, out);
      BufferWindows.assertWindow(expected, out, before);
      out.duplicate().put(a.data());
      mask.select(out.duplicate(), FloatBuffer.wrap(b.data()), out);
      BufferWindows.assertWindow(expected, out, before);
    }
  }

  @Property(tries = 50)
  void buffersInAnyOrder(
      @ForAll("setups") MaskSetup setup, @ForAll @IntRange(max = 1) int gap, @ForAll long seed) {
    Shape shape = setup.shape();
    if (shape.size() > 4000) {
      return;
    }
    DropMask mask = setup.mask();
    Tensor a = anyBits(shape, seed);
    Tensor b = anyBits(shape, ~seed);
    List<Integer> axes = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    Collections.shuffle(axes, new Random(seed));
    Strides strides = StridedMemory.strides(shape, axes, 1, gap);
    StridedMemory memory = new StridedMemory(shape, strides, ByteOrder.LITTLE_ENDIAN);
    FloatBuffer out = memory.scattered(a.data());
    mask.select(out, memory.scattered(b.data()), out, strides);
    memory.assertHolds(expected(mask, a, b), out);
    FloatBuffer other = memory.scattered(b.data());
    mask.select(memory.scattered(a.data()).asReadOnlyBuffer(), other, other, strides);
    memory.assertHolds(expected(mask, a, b), other);
  }

  @Example
  void overlapsAreRefused() {
    Shape shape = Shape.nchw(2, 3, 4, 5);
    DropMask mask = Dropout.of(.5, 1).sample(shape, 0);
    Tensor whole = anyBits(shape.withN(5), 1);
    int[] before = bits(whole.data());
    Tensor apart = anyBits(shape, 2);
    Tensor first = whole.slice(0, 2);
    Tensor second = whole.slice(1, 2);
    assertThrows(IllegalArgumentException.class, () -> mask.select(first, apart, second));
    assertThrows(IllegalArgumentException.class, () -> mask.select(apart, first, second));
    FloatBuffer in = FloatBuffer.wrap(whole.data(), 0, 120);
    FloatBuffer out = FloatBuffer.wrap(whole.data(), 1, 120);
    FloatBuffer other = FloatBuffer.wrap(apart.data());
    assertThrows(IllegalArgumentException.class, () -> mask.select(in, other, out));
    assertThrows(IllegalArgumentException.class, () -> mask.select(other, in, out));
    FloatBuffer shifted = FloatBuffer.wrap(whole.data(), 1, 299).slice();
    FloatBuffer all = FloatBuffer.wrap(whole.data());
    Strides strides = Strides.rowMajor(shape);
    assertThrows(IllegalArgumentException.class, () -> mask.select(shifted, other, all, strides));
    assertThrows(IllegalArgumentException.class, () -> mask.select(other, shifted, all, strides));
    assertArrayEquals(before, bits(whole.data()));
    // Inputs may overlap each other.
    mask.select(first, second, apart);
  }
}
