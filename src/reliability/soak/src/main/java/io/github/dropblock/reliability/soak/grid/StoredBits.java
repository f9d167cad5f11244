package io.github.dropblock.reliability.soak.grid;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.BitSet;

/** The bits of a mask that no other element repeats: those of which a setting tells the law. */
public final class StoredBits {
  private final Setting setting;

  StoredBits(Setting setting) {
    this.setting = setting;
  }

  /** The number of bits of a mask. */
  public int count(Shape batch) {
    return setting.bitsOfSample() * (setting.bySample() ? batch.n() : 1);
  }

  /**
   * Reads them, in the order of samples, planes and positions: bit i is bit {@code i % 64} of word
   * {@code i / 64}, set if it is dropped.
   *
   * <p>Modified: {@code words}; what lies beyond the bits is zero.
   */
  public void read(DropMask mask, long[] words) {
    BitSet dropped = mask.dropped();
    if (count(mask.shape()) < mask.shape().size()) {
      dropped = first(dropped, mask.shape());
    }
    long[] read = dropped.toLongArray();
    System.arraycopy(read, 0, words, 0, read.length);
    Arrays.fill(words, read.length, words.length, 0);
  }

  /** Of elements that share a bit, the first one's. */
  private BitSet first(BitSet dropped, Shape shape) {
    int positions = setting.law().positions();
    int bits = count(shape);
    BitSet first = new BitSet(bits);
    for (int bit = 0; bit < bits; bit++) {
      int plane = bit / positions;
      int n = plane / setting.planes();
      int element = (n * shape.c() + plane % setting.planes()) * shape.planeSize();
      first.set(bit, dropped.get(element + bit % positions));
    }
    return first;
  }
}
