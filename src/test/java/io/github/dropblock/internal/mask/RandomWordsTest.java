package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.internal.kernel.ScalarKernels;
import io.github.dropblock.internal.random.ThreefrySpecification;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The words of a stream come in order, whatever the size of the buffer. */
class RandomWordsTest {
  @Property(tries = 100)
  void wordsDoNotDependOnHowManyAreDrawnAtATime(
      @ForAll long seed,
      @ForAll @IntRange(max = Integer.MAX_VALUE) int unit,
      @ForAll @IntRange(min = 1, max = 40) int blocksAtATime) {
    Stream stream = new Stream(seed, 3, 5, unit);
    RandomWords words = new RandomWords(new ScalarKernels(), stream, new long[80], blocksAtATime);
    for (int i = 0; i < 100; i++) {
      long counter1 = (long) unit * (1L << 32) + i / 2;
      assertEquals(ThreefrySpecification.block(seed, 3, 5, counter1)[i % 2], words.next());
    }
  }

  @Test
  void theUnitIsTheUpperHalfOfTheCounter() {
    assertEquals(0x0000_0002_0000_0003L, new Stream(0, 0, 0, 2).counter(3));
    assertEquals(0x7fff_ffff_7fff_ffffL, new Stream(0, 0, 0, 0x7fffffff).counter(0x7fffffff));
  }
}
