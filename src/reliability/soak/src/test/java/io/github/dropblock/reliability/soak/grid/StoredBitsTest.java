package io.github.dropblock.reliability.soak.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropMask;
import io.github.dropblock.reliability.soak.bits.BitArrays;
import io.github.dropblock.tensor.Shape;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class StoredBitsTest {
  private static final int SAMPLES = 2;

  private static BitSet read(Setting setting, DropMask mask) {
    long[] words = new long[BitArrays.words(setting.bits().count(mask.shape()))];
    setting.bits().read(mask, words);
    return BitSet.valueOf(words);
  }

  /** The bits tell all of a mask: each element is dropped as the bit that it shares says. */
  @Test
  void elementsRepeatTheBitsOfTheirSetting() {
    for (Setting setting : Grid.of(1)) {
      DropMask mask = setting.regularizer().sample(setting.batch(SAMPLES), 3);
      BitSet bits = read(setting, mask);
      Shape s = mask.shape();
      int i = 0;
      for (int n = 0; n < s.n(); n++) {
        for (int c = 0; c < s.c(); c++) {
          for (int position = 0; position < s.planeSize(); position++) {
            int plane = setting.planes() == 1 ? 0 : c;
            int sample = setting.bySample() ? n : 0;
            int at = setting.law().positions() == 1 ? 0 : position;
            int bit = (sample * setting.planes() + plane) * setting.law().positions() + at;
            assertEquals(!isKept(mask, i++), bits.get(bit), setting::toString);
          }
        }
      }
    }
  }

  private static boolean isKept(DropMask mask, int element) {
    Shape s = mask.shape();
    int row = element / s.w();
    int layer = row / s.h();
    int plane = layer / s.d();
    return mask.isKept(plane / s.c(), plane % s.c(), layer % s.d(), row % s.h(), element % s.w());
  }

  /** What an earlier mask left behind is overwritten. */
  @Test
  void wordsBeyondTheLastDroppedBitAreZero() {
    Setting setting = Grid.of(1).get(0);
    DropMask kept = DropMask.where(setting.batch(SAMPLES), (n, c, d, h, w) -> false);
    long[] words = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
    setting.bits().read(kept, words);
    assertEquals(0, BitArrays.count(words));
  }
}
