package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buffers of each kind, in part and as a whole, give the bits that arrays give. */
class DropMaskBufferTest {
  private static void fill(FloatBuffer window, Tensor x) {
    window.duplicate().put(x.data());
  }

  private static void assertWindow(Tensor expected, FloatBuffer window, int before) {
    BufferWindows.assertWindow(expected.data(), window, before);
  }

  @Property(tries = 100)
  @Domain(MaskCases.class)
  @Domain(DomainContext.Global.class)
  void buffersAgreeWithArrays(@ForAll MaskCase c, @ForAll @IntRange(max = 5) int before) {
    assertAgreement(c, before);
  }

  private static void assertAgreement(MaskCase c, int before) {
    DropMask mask = c.mask();
    Tensor x = c.integers();
    Tensor y = mask.apply(x);
    Tensor multipliers = mask.apply(Tensor.full(c.shape(), 1));
    List<FloatBuffer> inputs = BufferWindows.of(c.shape().size(), before);
    List<FloatBuffer> outputs = BufferWindows.of(c.shape().size(), before);
    for (int i = 0; i < inputs.size(); i++) {
      FloatBuffer in = inputs.get(i);
      // Kinds are mixed: each meets the one after it.
      FloatBuffer out = outputs.get((i + 1) % outputs.size());
      fill(in, x);
      FloatBuffer readOnly = in.asReadOnlyBuffer();
      mask.apply(readOnly, out);
      assertWindow(y, out, before);
      assertWindow(x, in, before);
      assertEquals(before, readOnly.position());
      mask.applyInPlace(in);
      assertWindow(y, in, before);
      mask.writeMultipliers(out);
      assertWindow(multipliers, out, before);
    }
  }

  /** Around the length of a chunk and of a word, with few and with many positions dropped. */
  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 2047, 2048, 2049, 4095, 4096, 4097, 6145})
  void lengthsAroundChunks(int w) {
    for (double keepProb : new double[] {0, .2, .95, 1}) {
      for (int block : new int[] {1, 7}) {
        assertAgreement(MaskCase.of(Shape.ncw(1, 1, w), block, keepProb, w), 1);
      }
    }
  }

  /** Two buffer objects over the same memory are as good as one. */
  @ParameterizedTest
  @ValueSource(doubles = {.5, 1})
  void aDuplicateIsTheSameBuffer(double keepProb) {
    MaskCase c = MaskCase.of(Shape.nchw(3, 5, 14, 14), 3, keepProb, 71);
    Tensor x = c.integers();
    for (FloatBuffer buffer : BufferWindows.of(c.shape().size(), 2)) {
      fill(buffer, x);
      c.mask().apply(buffer.duplicate(), buffer);
      assertWindow(c.mask().apply(x), buffer, 2);
    }
  }

  /** Bits, not numbers: a copy through float registers might quiet a signaling NaN. */
  @ParameterizedTest
  @ValueSource(ints = {0x7F800001, 0x7FC12345, 0xFFFFFFFF, 0x80000000, 0x00000001})
  void keepProbOneCopiesEachBit(int bits) {
    Shape shape = Shape.ncw(1, 1, 3000);
    DropMask mask = MaskCase.of(shape, 7, 1, 72).mask();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      ByteBuffer in = ByteBuffer.allocateDirect(4 * 3000).order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer out = ByteBuffer.allocateDirect(4 * 3000).order(order);
      for (int i = 0; i < 3000; i++) {
        in.putInt(4 * i, bits);
      }
      mask.apply(in.asFloatBuffer(), out.asFloatBuffer());
      for (int i = 0; i < 3000; i++) {
        assertEquals(bits, out.getInt(4 * i));
      }
    }
  }
}
