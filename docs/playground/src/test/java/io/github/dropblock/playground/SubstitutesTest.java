package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.playground.browser.Substitutes;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SubstitutesTest {
  private static final long[] CORNERS = {
    0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0xffffffffL, 0x100000000L, -0x100000000L
  };

  @Test
  void multiplyHighIsTheJdks() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      long a = i < 64 ? CORNERS[i / 8] : random.nextLong();
      long b = i < 64 ? CORNERS[i % 8] : random.nextLong() >> random.nextInt(64);
      assertEquals(Math.multiplyHigh(a, b), Substitutes.multiplyHigh(a, b), a + " * " + b);
    }
  }

  @Test
  void multiplyFullIsTheJdks() {
    int[] values = {0, 1, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE};
    for (int a : values) {
      for (int b : values) {
        assertEquals(Math.multiplyFull(a, b), Substitutes.multiplyFull(a, b));
      }
    }
  }

  @Test
  void runSumsAllParts() {
    assertEquals(0 + 1 + 4 + 9, Substitutes.run(null, 2, 4, i -> (long) i * i));
  }
}
