package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The choice of kernels is made once and can be told. */
class KernelSelectorTest {
  @Test
  void theChoiceIsMadeOnce() {
    assertSame(KernelSelector.kernels(), KernelSelector.kernels());
    assertSame(KernelSelector.kernels(), KernelSelector.selection().kernels());
  }

  @Test
  void theReasonIsOneLine() {
    String reason = KernelSelector.selection().reason();
    assertFalse(reason.isBlank());
    assertTrue(reason.indexOf('\n') < 0);
  }

  @Test
  void implementationsHaveNames() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      assertFalse(kernels.name().isBlank());
    }
  }
}
