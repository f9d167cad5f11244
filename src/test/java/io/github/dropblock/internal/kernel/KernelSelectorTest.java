package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The choice of kernels is made once, can be forced, and can be told.
 *
 * <p>A run may say by {@code dropblock.test.vectorBits} what it means to run, 0 for scalar, so that
 * no implementation is left out in silence; otherwise the Vector API's presence decides.
 */
@Tag("kernels")
class KernelSelectorTest {
  private static final Integer EXPECTED_BITS = Integer.getInteger("dropblock.test.vectorBits");

  @Test
  void theRunUsesTheKernelsThatItSaysItUses() {
    Kernels kernels = KernelSelector.kernels();
    assertEquals(KernelsUnderTest.vectorApiIsThere() ? 2 : 1, KernelsUnderTest.all().size());
    if (EXPECTED_BITS != null) {
      assertEquals(EXPECTED_BITS, kernels.vectorBits());
    } else {
      assertEquals(KernelsUnderTest.vectorApiIsThere(), kernels.vectorBits() >= 128);
    }
  }

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
  void scalarCanBeForced() {
    KernelSelector.Selection selection = select("scalar");
    assertEquals("scalar", selection.kernels().name());
    assertTrue(selection.reason().contains("-Ddropblock.kernels=scalar"));
  }

  private static KernelSelector.Selection select(String choice) {
    return KernelSelector.select(choice, Attempt::onThisJvm);
  }

  @Test
  void vectorIsThereOrFailsLoudly() {
    if (KernelSelector.kernels().vectorBits() > 0) {
      assertEquals("vector", select("vector").kernels().name());
    } else {
      Exception e = assertThrows(IllegalStateException.class, () -> select("vector"));
      assertTrue(e.getMessage().startsWith("dropblock.kernels=vector cannot be met: "));
    }
  }

  @Test
  void anotherChoiceIsRejected() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> select("Vector"));
    assertEquals("dropblock.kernels must be auto, scalar or vector: Vector", e.getMessage());
  }
}
