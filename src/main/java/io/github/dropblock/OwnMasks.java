package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.MaskLayout;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.BitSet;

/** Makes masks of the caller's own. */
final class OwnMasks {
  private OwnMasks() {}

  static MaskState of(Shape shape, Granularity granularity, BitSet dropped) {
    int bits = MaskLayout.of(shape, granularity).bits();
    if (dropped.length() > bits) {
      throw new IllegalArgumentException(
          "dropped must have bits in [0, " + bits + ") only: bit " + (dropped.length() - 1));
    }
    long[] words = dropped.toLongArray();
    return drawn(
        shape,
        granularity,
        (layout, out, seed, step, first) -> {
          System.arraycopy(words, 0, out, 0, words.length);
          return dropped.cardinality();
        });
  }

  static MaskState where(Shape shape, PositionPredicate dropped) {
    BitSet bits = new BitSet(shape.size());
    int element = 0;
    for (int n = 0; n < shape.n(); n++) {
      for (int c = 0; c < shape.c(); c++) {
        for (int i = 0; i < shape.planeSize(); i++) {
          int row = i / shape.w();
          boolean drop = dropped.test(n, c, row / shape.h(), row % shape.h(), i % shape.w());
          bits.set(element++, drop);
        }
      }
    }
    return of(shape, Granularity.ELEMENT, bits);
  }

  static MaskState ofKept(Tensor kept) {
    BitSet bits = new BitSet(kept.shape().size());
    for (int i = 0; i < kept.shape().size(); i++) {
      float value = kept.data()[kept.offset() + i];
      if (value != 0 && value != 1) {
        throw new IllegalArgumentException(
            "kept must be 0 or 1 at each element: " + value + " at element " + i);
      }
      bits.set(i, value == 0);
    }
    return of(kept.shape(), Granularity.ELEMENT, bits);
  }

  private static MaskState drawn(Shape shape, Granularity granularity, MaskState.Source source) {
    MaskState state = new MaskState(shape, granularity, Threads.common().workers());
    state.draw(source, ScaleRule.NONE, FillValue.ZERO, 0, 0, 0);
    return state;
  }

  /** Returns the rule of a normalization for a mask that was drawn with another. */
  static ScaleRule rule(MaskState state, Normalization normalization) {
    if (normalization == Normalization.of(state.scales().basis())) {
      return state.rule();
    }
    if (normalization == Normalization.EXPECTED) {
      throw new IllegalArgumentException(
          "normalization must not be EXPECTED for a mask that was not drawn with it, since a mask"
              + " does not know its distribution");
    }
    return normalization.rule(() -> Double.NaN);
  }

  static boolean equal(MaskState a, MaskState b) {
    return a.shape().equals(b.shape())
        && a.layout().granularity().equals(b.layout().granularity())
        && Arrays.equals(a.dropped(), b.dropped())
        && a.rule().equals(b.rule())
        && a.fill().writesAs(b.fill());
  }
}
