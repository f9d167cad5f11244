package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * Each normalization and fill, with each regularizer and sharing, on each layout, against the
 * elementwise oracle, bit for bit.
 */
@Tag("kernels")
class NormalizationProperties extends MaskSetups {
  @Property(tries = 400)
  void tensors(@ForAll("setups") MaskSetup setup) {
    ElementwiseOracle oracle = setup.oracle();
    DropMask mask = setup.mask();
    Tensor x = setup.input();
    float[] before = x.data().clone();
    float[] expected = oracle.apply(before);
    assertArrayEquals(expected, mask.apply(x).data());
    Tensor out = Tensor.full(setup.shape(), Float.NaN);
    assertSame(out, mask.apply(x, out));
    assertArrayEquals(expected, out.data());
    assertArrayEquals(oracle.backward(before), mask.backward(x).data());
    assertArrayEquals(before, x.data());
    assertSame(x, mask.applyInPlace(x));
    assertArrayEquals(expected, x.data());
  }

  /** A slice of a larger array begins anywhere; what is around it stays. */
  @Property(tries = 100)
  void slices(@ForAll("setups") MaskSetup setup) {
    Shape three = setup.shape().withN(3 * setup.shape().n());
    Tensor all = new MaskSetup(setup.regularizer(), three, 0, 0).input();
    int n = setup.shape().n();
    float[] expected = setup.oracle().apply(all.slice(n, n).copy().data());
    Tensor whole = all.copy();
    setup.mask().applyInPlace(whole.slice(n, n));
    assertArrayEquals(expected, whole.slice(n, n).copy().data());
    assertEquals(all.slice(0, n), whole.slice(0, n));
    assertEquals(all.slice(2 * n, n), whole.slice(2 * n, n));
  }

  @Property(tries = 60)
  void buffers(@ForAll("setups") MaskSetup setup, @ForAll @IntRange(max = 3) int before) {
    ElementwiseOracle oracle = setup.oracle();
    DropMask mask = setup.mask();
    float[] x = setup.input().data();
    List<FloatBuffer> inputs = BufferWindows.of(x.length, before);
    List<FloatBuffer> outputs = BufferWindows.of(x.length, before);
    for (int i = 0; i < inputs.size(); i++) {
      FloatBuffer in = inputs.get(i);
      FloatBuffer out = outputs.get((i + 1) % outputs.size());
      in.duplicate().put(x);
      mask.apply(in.asReadOnlyBuffer(), out);
      BufferWindows.assertWindow(oracle.apply(x), out, before);
      mask.backward(in.asReadOnlyBuffer(), out);
      BufferWindows.assertWindow(oracle.backward(x), out, before);
      mask.writeMultipliers(out);
      BufferWindows.assertWindow(oracle.multipliers(), out, before);
      mask.writeFill(out);
      BufferWindows.assertWindow(oracle.fills(), out, before);
      BufferWindows.assertWindow(x, in, before);
      mask.applyInPlace(in);
      BufferWindows.assertWindow(oracle.apply(x), in, before);
    }
  }

  @Property(tries = 60)
  void aBufferIsItsOwnGradient(@ForAll("setups") MaskSetup setup) {
    float[] dy = setup.input().data();
    FloatBuffer buffer = FloatBuffer.wrap(dy.clone());
    setup.mask().backward(buffer, buffer);
    assertArrayEquals(setup.oracle().backward(dy), buffer.array());
  }

  @Property(tries = 200)
  void countsAndScales(@ForAll("setups") MaskSetup setup) {
    ElementwiseOracle oracle = setup.oracle();
    DropMask mask = setup.mask();
    Shape shape = setup.shape();
    assertEquals(oracle.keptCount(), mask.keptCount());
    for (int n = 0; n < shape.n(); n++) {
      for (int c = 0; c < shape.c(); c++) {
        float expected = oracle.scales()[shape.indexOf(n, c, 0, 0, 0)];
        assertEquals(expected, mask.scale(n, c));
      }
    }
    Normalization normalization = setup.regularizer().common.normalization();
    if (normalization == Normalization.SAMPLE || normalization == Normalization.PLANE) {
      Exception e = assertThrows(IllegalStateException.class, mask::scale);
      assertEquals("scales differ by " + normalization, e.getMessage());
      assertEquals(true, mask.toString().contains("by " + normalization));
    } else if (shape.size() > 0) {
      assertEquals(oracle.scales()[0], mask.scale());
    }
  }

  /** An engine that multiplies and adds by itself gets the same, as far as numbers are finite. */
  @Property(tries = 100)
  void multipliersAndFillMakeUpTheMask(@ForAll("setups") MaskSetup setup) {
    DropMask mask = setup.mask();
    FloatBuffer multipliers = FloatBuffer.allocate(setup.shape().size());
    FloatBuffer fill = FloatBuffer.allocate(setup.shape().size());
    mask.writeMultipliers(multipliers);
    mask.writeFill(fill);
    Tensor x = Tensor.full(setup.shape(), 1.5f);
    float[] y = mask.apply(x).data();
    for (int i = 0; i < y.length; i++) {
      // Numeric equality: 1.5 * 0 + -0.0 is +0.0.
      assertEquals(y[i], 1.5f * multipliers.get(i) + fill.get(i), 0f);
    }
    assertEquals(!setup.regularizer().common.fill().equals(Fill.zero()), mask.hasFill());
  }
}
