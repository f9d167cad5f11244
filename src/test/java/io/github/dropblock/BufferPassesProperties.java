package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Each pass over each kind of buffer, at odd offsets, against the elementwise oracle. */
@Tag("kernels")
class BufferPassesProperties extends MaskSetups {
  @Property(tries = 100)
  void everyPassAgreesWithTheOracle(
      @ForAll("setups") MaskSetup setup, @ForAll @IntRange(max = 5) int before) {
    assertPasses(setup, before);
  }

  /** Planes that are long enough for runs of their own, in tensors of several chunks. */
  @Example
  void longRuns() {
    for (int width = 31; width <= 35; width++) {
      Shape shape = Shape.nchw(2, 3, 33, width);
      for (MaskSetup setup : MaskSetup.inTurn(MaskSetup.ofEachGranularity(.8, 5), shape)) {
        assertPasses(width % 2 == 0 ? setup : setup.with(Fill.gaussian(1, 2)), width % 3);
      }
    }
  }

  private static void assertPasses(MaskSetup setup, int before) {
    DropMask mask = setup.mask();
    ElementwiseOracle oracle = setup.oracle();
    float[] x = setup.input().data();
    List<FloatBuffer> inputs = BufferWindows.of(x.length, before);
    List<FloatBuffer> others = BufferWindows.of(x.length, before);
    List<FloatBuffer> outputs = BufferWindows.of(x.length, before);
    for (int i = 0; i < inputs.size(); i++) {
      FloatBuffer in = inputs.get(i);
      FloatBuffer same = outputs.get(i);
      FloatBuffer next = outputs.get((i + 1) % outputs.size());
      in.duplicate().put(x);
      for (FloatBuffer source : List.of(in, in.asReadOnlyBuffer())) {
        for (FloatBuffer out : List.of(same, next)) {
          mask.apply(source, out);
          BufferWindows.assertWindow(oracle.apply(x), out, before);
          mask.backward(source, out);
          BufferWindows.assertWindow(oracle.backward(x), out, before);
        }
      }
      mask.writeMultipliers(same);
      BufferWindows.assertWindow(oracle.multipliers(), same, before);
      mask.writeFill(same);
      BufferWindows.assertWindow(oracle.fills(), same, before);
      assertSelected(mask, x, in, others.get((i + 2) % others.size()), same);
      mask.applyInPlace(in);
      BufferWindows.assertWindow(oracle.apply(x), in, before);
      in.duplicate().put(x);
      mask.backwardInPlace(in);
      BufferWindows.assertWindow(oracle.backward(x), in, before);
    }
  }

  /** Selects between the numbers and their opposites. */
  private static void assertSelected(
      DropMask mask, float[] x, FloatBuffer kept, FloatBuffer dropped, FloatBuffer out) {
    float[] opposite = new float[x.length];
    float[] expected = new float[x.length];
    float[] isKept = mask.toTensor().data();
    for (int i = 0; i < x.length; i++) {
      opposite[i] = -x[i];
      expected[i] = isKept[i] == 1 ? x[i] : -x[i];
    }
    dropped.duplicate().put(opposite);
    mask.select(kept, dropped, out);
    float[] actual = new float[x.length];
    out.duplicate().get(actual);
    assertArrayEquals(expected, actual);
  }
}
