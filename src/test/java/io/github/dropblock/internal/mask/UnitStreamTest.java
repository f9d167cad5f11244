package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The name of a block; that words come in order is held by {@link MaskContractTest}. */
class UnitStreamTest {
  @Test
  void theUnitIsTheUpperHalfOfTheCounter() {
    assertEquals(0x0000_0002_0000_0003L, UnitStream.counter(2, 3));
    assertEquals(0x7fff_ffff_7fff_ffffL, UnitStream.counter(0x7fffffff, 0x7fffffff));
  }
}
