package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OracleDropBlock;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** What is written: {@code kept ? x * scale : +0.0}, bit for bit. */
class DropMaskArithmeticTest {
  @Property(tries = 300)
  @Domain(MaskCases.class)
  void keptPositionsAreScaledAndDroppedOnesArePositiveZero(@ForAll MaskCase c) {
    DropMask mask = c.mask();
    Tensor x = c.integers();
    float[] before = x.data().clone();
    assertSameBits(expected(x, mask), mask.apply(x).data());
    assertSameBits(before, x.data());
  }

  private static float[] expected(Tensor x, DropMask mask) {
    float[] dropped = MaskData.dropped(mask);
    float[] y = new float[dropped.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = dropped[i] == 1 ? +0f : x.data()[i] * mask.scale();
    }
    return y;
  }

  private static void assertSameBits(float[] expected, float[] actual) {
    assertArrayEquals(bits(expected), bits(actual));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  /**
   * The paper multiplies by the size and divides by the count, which rounds twice, as rounding the
   * scale and the product does. Each rounding errs by at most 2^-24 of the value, so that the two
   * differ by at most 2^-22 of it: at most 4 ulp, hardly ever more than 2.
   */
  @Property(tries = 300)
  @Domain(MaskCases.class)
  void outputIsThePapersUpToRounding(@ForAll MaskCase c) {
    DropMask mask = c.mask();
    Tensor x = c.integers();
    if (mask.keptCount() > 0) {
      float[] paper = OracleDropBlock.apply(x.data(), MaskData.dropped(mask));
      float[] y = mask.apply(x).data();
      for (int i = 0; i < y.length; i++) {
        assertEquals(paper[i], y[i], Math.abs(paper[i]) * 0x1p-22f);
      }
    }
  }

  @Property(tries = 200)
  @Domain(MaskCases.class)
  void allWaysToApplyAgree(@ForAll MaskCase c) {
    DropMask mask = c.mask();
    Tensor x = c.integers();
    Tensor y = mask.apply(x);
    Tensor out = Tensor.full(c.shape(), Float.NaN);
    assertSame(out, mask.apply(x, out));
    assertSameBits(y.data(), out.data());
    assertSameBits(y.data(), mask.backward(x).data());
    assertSame(x, mask.applyInPlace(x));
    assertSameBits(y.data(), x.data());
  }

  /** Any bits at all: NaN of each payload, infinities, subnormal numbers, negative zero. */
  @Property(tries = 200)
  @Domain(MaskCases.class)
  void keepProbOneIsTheIdentityBitForBit(@ForAll MaskCase c) {
    for (GammaRule rule : GammaRule.values()) {
      DropMask mask = MaskCase.of(c.shape(), c.blockH(), 1, rule, c.seed()).in(c.region()).mask();
      Tensor x = randomBits(c);
      float[] before = x.data().clone();
      assertSameBits(before, mask.apply(x).data());
      assertSameBits(before, mask.backward(x).data());
      assertSameBits(before, mask.apply(x, Tensor.zeros(c.shape())).data());
      assertSameBits(before, mask.applyInPlace(x).data());
      assertEquals(c.shape().size(), mask.keptCount());
      assertEquals(1f, mask.scale());
    }
  }

  private static Tensor randomBits(MaskCase c) {
    Random random = new Random(c.seed());
    Tensor x = Tensor.zeros(c.shape());
    for (int i = 0; i < x.data().length; i++) {
      // Every second one NaN (or infinity).
      x.data()[i] = Float.intBitsToFloat(random.nextInt() | (i % 2 == 0 ? 0x7F800000 : 0));
    }
    x.data()[0] = Float.intBitsToFloat(0x7F800001); // A signaling NaN.
    return x;
  }

  /** A slice begins anywhere in its array; what lies around it stays. */
  @Test
  void slicesAreAppliedWhereTheyLie() {
    Shape shape = Shape.nchw(5, 3, 7, 9);
    DropBlock dropBlock = DropBlock.builder().keepProb(.6).blockSize(3).seed(41).build();
    Tensor x = MaskCase.of(shape, 3, .6, 1).integers();
    Tensor y = MaskCase.of(shape, 3, .6, 2).integers();
    Tensor yBefore = y.copy();
    DropMask mask = dropBlock.sample(shape.withN(2), 0);
    mask.apply(x.slice(1, 2), y.slice(2, 2));
    assertEquals(mask.apply(x.slice(1, 2).copy()), y.slice(2, 2).copy());
    assertEquals(yBefore.slice(0, 2), y.slice(0, 2));
    assertEquals(yBefore.slice(4, 1), y.slice(4, 1));
    Tensor expected = mask.apply(x.slice(3, 2));
    assertEquals(expected, mask.applyInPlace(x.slice(3, 2)));
  }

  /** Two runs of one array that touch but do not overlap. */
  @Test
  void neighboringSlicesOfOneArray() {
    Shape shape = Shape.nchw(4, 2, 5, 5);
    Tensor x = MaskCase.of(shape, 3, .6, 3).integers();
    DropMask mask =
        DropBlock.builder().keepProb(.6).blockSize(2).seed(42).build().sample(shape.withN(2), 0);
    Tensor expected = mask.apply(x.slice(0, 2));
    assertEquals(expected, mask.apply(x.slice(0, 2), x.slice(2, 2)));
    assertEquals(MaskCase.of(shape, 3, .6, 3).integers().slice(0, 2), x.slice(0, 2));
  }
}
