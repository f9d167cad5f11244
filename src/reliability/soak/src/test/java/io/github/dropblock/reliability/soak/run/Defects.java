package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.SeedRegion;
import java.util.BitSet;
import java.util.function.UnaryOperator;

/** What could be wrong with a library, each as a source of masks. */
final class Defects {
  private Defects() {}

  /** Keeps more than it says. */
  static MaskSource keepingMore(double by) {
    return (regularizer, batch, step, first) -> {
      KeepProbRegularizer honest = (KeepProbRegularizer) regularizer;
      return honest.withKeepProb(honest.keepProb() + by).sample(batch, step, first);
    };
  }

  /** Says one seed region and draws from another. */
  static MaskSource seedsIn(SeedRegion region) {
    return (regularizer, batch, step, first) -> {
      DropBlock honest = (DropBlock) regularizer;
      return honest.toBuilder().seedRegion(region).build().sample(batch, step, first);
    };
  }

  /** Takes seeds for others. */
  static MaskSource seeds(UnaryOperator<Long> change) {
    return (regularizer, batch, step, first) ->
        regularizer.withSeed(change.apply(regularizer.seed())).sample(batch, step, first);
  }

  /** Takes steps for others. */
  static MaskSource steps(UnaryOperator<Long> change) {
    return (regularizer, batch, step, first) ->
        regularizer.sample(batch, change.apply(step), first);
  }

  /** Takes samples for others. */
  static MaskSource samples(UnaryOperator<Long> change) {
    return (regularizer, batch, step, first) ->
        regularizer.sample(batch, step, change.apply(first));
  }

  /** Changes one in so many masks. */
  interface Change {
    void apply(BitSet bits);
  }

  /** Draws rightly and changes bits of each mask whose step is divisible by a number. */
  static MaskSource bits(int every, Change change) {
    return (regularizer, batch, step, first) -> {
      DropMask mask = regularizer.sample(batch, step, first);
      return step % every == 0 ? changed(mask, change) : mask;
    };
  }

  private static DropMask changed(DropMask mask, Change change) {
    BitSet bits = mask.dropped();
    change.apply(bits);
    return DropMask.of(mask.shape(), bits);
  }

  /** Makes one run of bits the same as another. */
  static Change copy(int from, int to, int length) {
    return bits -> {
      for (int i = 0; i < length; i++) {
        bits.set(to + i, bits.get(from + i));
      }
    };
  }

  /** A position of each plane is kept. */
  static Change never(int position, int plane) {
    return bits -> {
      for (int i = position; i < bits.length(); i += plane) {
        bits.clear(i);
      }
    };
  }

  /** Every second row is the same as the one before. */
  static Change repeatRows(int width) {
    return bits -> {
      for (int row = 0; row + 2 * width <= bits.length(); row += 2 * width) {
        copy(row, row + width, width).apply(bits);
      }
    };
  }

  /** Never two seeds next to each other. */
  static void keepApart(BitSet bits) {
    for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
      bits.clear(i + 1);
    }
  }
}
