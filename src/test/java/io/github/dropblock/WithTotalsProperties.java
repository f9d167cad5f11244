package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Workers that share a batch and sum up their kept counts normalize as one machine would. */
class WithTotalsProperties extends MaskSetups {
  @Property(tries = 200)
  void partsOfAnySplitGiveTheWholesOutput(
      @ForAll("setups") MaskSetup any, @ForAll("splits") List<Integer> sizes) {
    MaskSetup setup = any.with(Normalization.TENSOR);
    Tensor x = setup.input();
    DropMask whole = setup.mask();
    List<DropMask> parts = new ArrayList<>();
    for (int n = 0, i = 0; n < setup.shape().n(); n += parts.get(i++).shape().n()) {
      parts.add(setup.part(n, Math.min(sizes.get(i), setup.shape().n() - n)));
    }
    long kept = parts.stream().mapToLong(DropMask::keptCount).sum();
    assertEquals(whole.keptCount(), kept);
    Tensor y = whole.apply(x);
    Tensor dx = whole.backward(x);
    int first = 0;
    for (DropMask part : parts) {
      DropMask shared = part.withTotals(kept, setup.shape().size());
      int n = part.shape().n();
      assertEquals(y.slice(first, n), shared.apply(x.slice(first, n)));
      assertEquals(dx.slice(first, n), shared.backward(x.slice(first, n)));
      assertEquals(part.keptCount(), shared.keptCount());
      assertEquals(part.toTensor(), shared.toTensor());
      first += n;
    }
  }

  @Provide
  Arbitrary<List<Integer>> splits() {
    return Arbitraries.integers().between(1, 3).list().ofSize(5);
  }

  /** The scale is size / kept of the whole; a part that keeps all of its own is scaled too. */
  @Property(tries = 100)
  void theScaleIsTheWholes(@ForAll("setups") MaskSetup any) {
    Assume.that(any.shape().size() > 0);
    DropMask mask = any.with(Normalization.TENSOR).mask();
    long size = 3L * mask.shape().size() + 10;
    long kept = mask.keptCount() + 3;
    assertEquals((float) ((double) size / kept), mask.withTotals(kept, size).scale());
    DropMask all = Dropout.of(1, 1).withNormalization(Normalization.TENSOR).sample(any.shape(), 0);
    DropMask scaled = all.withTotals(all.keptCount(), 4L * all.keptCount());
    assertEquals(Tensor.full(any.shape(), 12), scaled.apply(Tensor.full(any.shape(), 3)));
  }

  /** The derived mask is a copy: drawing the original anew does not change it. */
  @Property(tries = 100)
  void drawingTheOriginalAnewLeavesTheDerivedMaskAsItWas(@ForAll("setups") MaskSetup any) {
    Regularizer regularizer = Dropout.of(.5, 3).withNormalization(Normalization.TENSOR);
    Tensor x = any.input();
    DropMask original = regularizer.sample(any.shape(), 0);
    long size = 2L * any.shape().size() + 1;
    DropMask derived = original.withTotals(original.keptCount() + 1, size);
    byte[] before = derived.toBytes();
    Tensor y = derived.apply(x);
    regularizer.sampleInto(original, 1);
    assertArrayEquals(before, derived.toBytes());
    assertEquals(y, derived.apply(x));
    regularizer.sampleInto(derived, 1);
    assertEquals(original.toTensor(), derived.toTensor());
  }

  /** Nothing kept anywhere: the scale is 0. */
  @Example
  void nothingKeptAnywhere() {
    Shape shape = Shape.ncw(2, 3, 4);
    DropMask mask = Dropout.of(0, 1).withNormalization(Normalization.TENSOR).sample(shape, 0);
    assertEquals(0f, mask.withTotals(0, 100).scale());
    assertEquals(Tensor.zeros(shape), mask.withTotals(7, 100).apply(Tensor.full(shape, 5)));
  }
}
