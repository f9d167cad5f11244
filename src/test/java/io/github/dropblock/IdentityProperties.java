package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** keepProb 1 changes no bit, whatever the choices, the payload of a NaN included. */
class IdentityProperties extends MaskSetups {
  private static final int SIGNALING = 0x7F800001;

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  private static float[] anyBits(Shape shape) {
    Random random = new Random(1);
    float[] data = new float[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] =
          Float.intBitsToFloat(i % 3 == 0 ? SIGNALING + random.nextInt(9999) : random.nextInt());
    }
    return data;
  }

  @Property(tries = 150)
  void keepProbOneIsTheIdentity(@ForAll("setups") MaskSetup setup) {
    Assume.that(!setup.regularizer().fill().toMap().containsKey("shift"));
    Regularizer all =
        setup.regularizer() instanceof KeepProbRegularizer r
            ? r.withKeepProb(1)
            : setup.regularizer() instanceof Holes holes
                ? holes.toBuilder().probability(0).build()
                : setup.regularizer() instanceof GridMask grid
                    ? grid.withProbability(0)
                    : new Cutout(0, BlockSize.square(1), setup.regularizer().common);
    DropMask mask = all.sample(setup.shape(), setup.step());
    assertIdentity(mask);
    assertIdentity(DropMask.fromBytes(mask.toBytes()));
  }

  private static void assertIdentity(DropMask mask) {
    Shape shape = mask.shape();
    float[] data = anyBits(shape);
    int[] before = bits(data);
    Tensor x = Tensor.of(data, shape);
    assertArrayEquals(before, bits(mask.apply(x).data()));
    assertArrayEquals(before, bits(mask.backward(x).data()));
    assertArrayEquals(before, bits(mask.apply(x, Tensor.zeros(shape)).data()));
    assertArrayEquals(before, bits(mask.applyInPlace(x).data()));
    assertIdentityOfBuffers(mask, before);
  }

  private static void assertIdentityOfBuffers(DropMask mask, int[] before) {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      ByteBuffer in = ByteBuffer.allocateDirect(4 * before.length).order(order);
      in.asIntBuffer().put(before);
      ByteBuffer out = ByteBuffer.allocateDirect(in.capacity()).order(ByteOrder.BIG_ENDIAN);
      mask.apply(in.asFloatBuffer(), out.asFloatBuffer());
      assertBits(before, out);
      FloatBuffer x = in.asFloatBuffer();
      mask.applyInPlace(x);
      mask.backward(x, x);
      mask.applyInPlace(x, Strides.channelsLast(mask.shape()));
      mask.backwardInPlace(x, Strides.rowMajor(mask.shape()));
      assertBits(before, in);
    }
  }

  private static void assertBits(int[] expected, ByteBuffer buffer) {
    int[] actual = new int[expected.length];
    buffer.asIntBuffer().get(actual);
    assertArrayEquals(expected, actual);
  }

  /** What makes up for a rate does so although this mask has dropped nothing. */
  @Example
  void withExpectedNothingDroppedIsScaledAllTheSame() {
    Shape shape = Shape.ncw(1, 1, 2);
    for (Regularizer regularizer : List.of(Dropout.of(.75, 1), DropPath.ofBatch(.75, 1))) {
      int seen = 0;
      for (int step = 0; step < 50; step++) {
        DropMask mask = regularizer.sample(shape, step);
        if (mask.keptCount() == 2) {
          seen++;
          float expected = 3 * (float) (1 / .75);
          assertEquals(Tensor.full(shape, expected), mask.apply(Tensor.full(shape, 3)));
          FloatBuffer buffer = FloatBuffer.wrap(new float[] {3, 3});
          mask.applyInPlace(buffer, Strides.channelsLast(shape));
          assertArrayEquals(new float[] {expected, expected}, buffer.array());
        }
      }
      // Two of two kept: .56 a step, and never in 50 with probability 1e-18.
      assertEquals(true, seen > 0);
    }
  }
}
