package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;

/**
 * State of a mask: bits, scales and fill. It applies itself to tensors whose shapes were checked.
 */
public final class MaskState {
  private final Shape shape;
  private final Workers workers;
  private final MaskLayout layout;
  private final long[] dropped;
  private final Scales scales;
  private final FillWriter fill;
  private final MaskPass pass;
  private long keptCount;

  /** Source of the bits of a mask. */
  public interface Source {
    /**
     * Sets the bits of dropped elements.
     *
     * <p>Modified: {@code dropped}, which is zero before.
     *
     * @return number of bits set
     */
    long draw(MaskLayout layout, long[] dropped, long seed, long step, long firstSample);
  }

  /** Creates a mask that keeps everything until it is drawn. */
  public MaskState(Shape shape, Granularity granularity, Workers workers) {
    this(shape, MaskLayout.of(shape, granularity), workers);
  }

  private MaskState(Shape shape, MaskLayout layout, Workers workers) {
    this.shape = shape;
    this.workers = workers;
    this.layout = layout;
    this.dropped = new long[Bits.words(layout.bits())];
    this.scales = new Scales(layout);
    this.fill = new FillWriter(layout);
    this.pass = new MaskPass(layout, dropped, scales, fill, null);
    this.keptCount = shape.size();
  }

  /** Creates a mask from bits in the stored order, with scale 1. */
  public static MaskState of(
      Shape shape, Granularity granularity, BitSet dropped, Workers workers) {
    MaskState state = new MaskState(shape, granularity, workers);
    int bits = state.layout.bits();
    if (dropped.length() > bits) {
      throw new IllegalArgumentException(
          "dropped must have bits in [0, " + bits + ") only: bit " + (dropped.length() - 1));
    }
    long[] words = dropped.toLongArray();
    Source given =
        (layout, out, seed, step, first) -> {
          System.arraycopy(words, 0, out, 0, words.length);
          return dropped.cardinality();
        };
    state.draw(given, ScaleRule.NONE, FillValue.Constant.ZERO, 0, 0, 0);
    return state;
  }

  /**
   * Draws the mask again. There is no other way to change it. If drawing fails, the mask keeps
   * everything. It is unchanged if the value does not suit its shape, or if there was no memory for
   * its scales.
   *
   * @param source gives the bits
   * @param rule gives the scales
   * @param value what is written to dropped elements
   * @param seed with the step and the first sample, the key of the bits and the noise
   */
  public void draw(
      Source source, ScaleRule rule, FillValue value, long seed, long step, long firstSample) {
    value.check(shape);
    scales.reserve(rule);
    try {
      Arrays.fill(dropped, 0);
      finish(source.draw(layout, dropped, seed, step, firstSample), rule);
    } catch (Throwable e) {
      keepAll();
      throw e;
    }
    fill.set(value, seed, step, firstSample);
  }

  private void finish(long droppedBits, ScaleRule rule) {
    keptCount = layout.size() - droppedBits * layout.elementsOfBit();
    scales.set(rule, dropped, keptCount);
  }

  private void keepAll() {
    Arrays.fill(dropped, 0);
    finish(0, ScaleRule.NONE);
    fill.set(FillValue.Constant.ZERO, fill.seed(), fill.step(), fill.firstSample());
  }

  /** Returns a copy of the mask with the scale of a larger tensor. */
  public MaskState withTotals(long totalKept, long totalSize) {
    return with(new ScaleRule(ScaleRule.Basis.TENSOR, Scales.ratio(totalSize, totalKept)));
  }

  /** Returns a copy of the mask with other scales. */
  public MaskState with(ScaleRule rule) {
    return copy(workers, rule, fill.value(), fill.seed(), fill.step());
  }

  /** Returns a copy of the mask with another fill, whose noise is keyed by a seed and a step. */
  public MaskState with(FillValue value, long seed, long step) {
    return copy(workers, rule(), value, seed, step);
  }

  /** Returns a copy of the mask with other threads. */
  public MaskState with(Workers others) {
    return copy(others, rule(), fill.value(), fill.seed(), fill.step());
  }

  /** Returns the rule that gives the same scales again. */
  public ScaleRule rule() {
    return new ScaleRule(scales.basis(), scales.isSingle() ? scales.single() : Float.NaN);
  }

  private MaskState copy(Workers others, ScaleRule rule, FillValue value, long seed, long step) {
    MaskState copy = new MaskState(shape, layout, others);
    copy.draw(this::copyBits, rule, value, seed, step, fill.firstSample());
    return copy;
  }

  private long copyBits(MaskLayout same, long[] to, long seed, long step, long firstSample) {
    System.arraycopy(dropped, 0, to, 0, to.length);
    return (same.size() - keptCount) / same.elementsOfBit();
  }

  /** Tells whether another mask has the same bits and gives the same results. */
  public boolean isSameAs(MaskState other) {
    return shape.equals(other.shape)
        && layout.granularity().equals(other.layout.granularity())
        && Arrays.equals(dropped, other.dropped)
        && rule().equals(other.rule())
        && fill.writesAs(other.fill);
  }

  /** Returns the shape of the tensors that the mask is for. */
  public Shape shape() {
    return shape;
  }

  /** Returns which bit stands for which element. */
  public MaskLayout layout() {
    return layout;
  }

  /** Returns the bits themselves, which the caller must not modify. */
  public long[] dropped() {
    return dropped;
  }

  /** Returns the scales of kept elements. */
  public Scales scales() {
    return scales;
  }

  /** Returns the writer of dropped elements. */
  public FillWriter fill() {
    return fill;
  }

  /** Returns the number of kept elements. */
  public long keptCount() {
    return keptCount;
  }

  /** Returns a pass for the calling thread, or for one of several that share a tensor. */
  MaskPass pass() {
    return isForOneThread() ? pass : MaskPass.withOwnArrays(layout, dropped, scales, fill);
  }

  /** Tells whether the calling thread alone works on a tensor. */
  boolean isForOneThread() {
    return workers.threads(shape.size()) == 1;
  }

  /** Tells whether applying the mask changes nothing. */
  boolean isIdentity() {
    boolean keepsAll = keptCount == shape.size() && fill.value().shift() == 0;
    return keepsAll && (!scales.isSingle() || scales.single() == 1f);
  }

  Workers workers() {
    return workers;
  }

  /** Shares the elements of a tensor among threads. */
  void shareElements(Supplier<Workers.Share> shares) {
    workers.shareElements(shape.size(), shares);
  }

  /**
   * Applies the mask to a tensor.
   *
   * <p>Modified: {@code out}.
   */
  public void apply(Tensor x, Tensor out, Direction direction) {
    if (isForOneThread()) {
      applyRange(pass, x, out, 0, shape.size(), direction);
      return;
    }
    shareElements(
        () -> {
          MaskPass own = pass();
          return (element, length) -> applyRange(own, x, out, element, length, direction);
        });
  }

  private void applyRange(
      MaskPass used, Tensor x, Tensor out, int element, int length, Direction direction) {
    int at = x.offset() + element;
    int outAt = out.offset() + element;
    if (isIdentity()) {
      // A copy and not a product with 1, so that even the payload of a NaN is kept.
      System.arraycopy(x.data(), at, out.data(), outAt, length);
    } else {
      used.apply(x.data(), at, out.data(), outAt, element, length, direction);
    }
  }

  /**
   * Copies kept elements from {@code a} and dropped ones from {@code b}.
   *
   * <p>Modified: {@code out}.
   */
  public void select(Tensor a, Tensor b, Tensor out) {
    if (isForOneThread()) {
      selectRange(pass, a, b, out, 0, shape.size());
      return;
    }
    shareElements(
        () -> {
          MaskPass own = pass();
          return (element, length) -> selectRange(own, a, b, out, element, length);
        });
  }

  private static void selectRange(
      MaskPass used, Tensor a, Tensor b, Tensor out, int element, int length) {
    int aAt = a.offset() + element;
    int bAt = b.offset() + element;
    int outAt = out.offset() + element;
    used.select(a.data(), aAt, b.data(), bAt, out.data(), outAt, element, length);
  }

  /**
   * Writes 0 to dropped and 1 to kept elements.
   *
   * <p>Modified: {@code out}.
   */
  public void writeKept(float[] out) {
    shareElements(
        () -> {
          MaskPass own = pass();
          return (element, length) -> own.writeKept(out, element, element, length);
        });
  }
}
