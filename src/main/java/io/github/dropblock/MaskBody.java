package io.github.dropblock;

import io.github.dropblock.internal.kernel.Bits;
import io.github.dropblock.internal.mask.Granularity;
import io.github.dropblock.internal.mask.MaskLayout;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** What a mask consists of, and its passes over tensors whose shapes are checked. */
final class MaskBody {
  private final Shape shape;
  private final Threads threads;
  private final MaskLayout layout;
  private final long[] dropped;
  private final Scales scales;
  private final Filling filling = new Filling();
  private long keptCount;

  private MaskBody(Shape shape, MaskLayout layout, Threads threads, long[] dropped) {
    this.shape = shape;
    this.threads = threads;
    this.layout = layout;
    this.dropped = dropped;
    this.scales = new Scales(layout);
  }

  /** A body that is to be drawn. */
  static MaskBody of(Shape shape, Granularity granularity, Threads threads) {
    MaskLayout layout = layout(shape, granularity);
    return new MaskBody(shape, layout, threads, new long[Bits.words(layout.bits())]);
  }

  static MaskLayout layout(Shape shape, Granularity granularity) {
    return new MaskLayout(granularity, shape.n(), shape.c(), shape.planeSize());
  }

  Shape shape() {
    return shape;
  }

  MaskLayout layout() {
    return layout;
  }

  /** The bits, to be read. */
  long[] dropped() {
    return dropped;
  }

  Scales scales() {
    return scales;
  }

  Filling filling() {
    return filling;
  }

  /** A pass for one thread. */
  MaskPass pass() {
    return new MaskPass(layout, dropped, scales, filling);
  }

  long keptCount() {
    return keptCount;
  }

  /** Makes what {@link #drawn} needs, so that a heap which is too small fails before it. */
  void prepare(Normalization normalization) {
    scales.prepare(normalization);
  }

  /** The mask that changes nothing: what is left of one whose drawing failed. */
  void keepAll() {
    cleared();
    drawn(0, Normalization.NONE, 1f);
  }

  /** The bits, all zero, to be drawn anew. */
  long[] cleared() {
    Arrays.fill(dropped, 0);
    return dropped;
  }

  /** The bits are drawn. */
  void drawn(long droppedBits, Normalization normalization, float expectedScale) {
    keptCount = layout.size() - droppedBits * layout.elementsOfBit();
    switch (normalization) {
      case TENSOR -> scales.set(normalization, Scales.of(layout.size(), keptCount));
      case EXPECTED -> scales.set(normalization, expectedScale);
      case NONE -> scales.set(normalization, 1f);
      default -> scales.count(normalization, dropped);
    }
  }

  /** The same bits with one scale for the tensor. */
  MaskBody withScale(float scale) {
    MaskBody body = new MaskBody(shape, layout, threads, dropped);
    body.keptCount = keptCount;
    body.scales.set(scales.normalization(), scale);
    body.filling.set(filling);
    return body;
  }

  void apply(Tensor x, Tensor out, boolean fill) {
    int size = shape.size();
    int parts = threads.parts(size);
    MaskPass[] passes = new MaskPass[parts];
    Arrays.setAll(passes, i -> pass());
    if (parts == 1) {
      applyRange(passes[0], x, out, 0, size, fill);
      return;
    }
    int words = Bits.words(size);
    threads.sum(
        parts,
        i -> {
          int from = (int) ((long) words * i / parts) << 6;
          int to = i + 1 < parts ? (int) ((long) words * (i + 1) / parts) << 6 : size;
          applyRange(passes[i], x, out, from, to, fill);
          return 0;
        });
  }

  private void applyRange(MaskPass pass, Tensor x, Tensor out, int from, int to, boolean fill) {
    if (isIdentity()) {
      // Not a product with 1, so that even the payload of a NaN stays.
      System.arraycopy(x.data(), x.offset() + from, out.data(), out.offset() + from, to - from);
    } else {
      pass.apply(x.data(), x.offset(), out.data(), out.offset(), from, to, fill);
    }
  }

  void apply(FloatBuffer in, FloatBuffer out, boolean fill) {
    if (isIdentity()) {
      BufferPasses.copy(in, out);
    } else {
      BufferPasses.apply(pass(), in, out, fill);
    }
  }

  /** Whether applying the mask changes nothing. */
  boolean isIdentity() {
    return keptCount == shape.size() && (!scales.isSingle() || scales.single() == 1f);
  }
}
