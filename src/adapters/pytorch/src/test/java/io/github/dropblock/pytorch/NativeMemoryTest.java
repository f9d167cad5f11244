package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a pass makes for itself is given back. */
class NativeMemoryTest extends EngineTest {
  private static final int STEPS = 1000;
  private static final long[] SHAPE = {8, 64, 32, 32};
  private final DropBlockModule module =
      new DropBlockModule(DropBlock.builder().seed(5).build().withFill(Fill.constant(1)));

  @ParameterizedTest
  @EnumSource(names = {"Float", "Half", "BFloat16", "Double"})
  void aPassLeavesItsOutputOnly(ScalarType type) {
    Tensor x = ones(SHAPE).to(type);
    train(module, x);
    long before = Pointer.totalCount();
    train(module, x);
    assertAtMost(before + 1);
    infer(module, x);
    assertAtMost(before + 2);
  }

  @Test
  void aRefusedPassLeavesNothing() {
    Tensor x = torch.zeros(3);
    module.train(true);
    long before = Pointer.totalCount();
    for (int i = 0; i < 100; i++) {
      assertThrows(IllegalArgumentException.class, () -> module.forward(x));
    }
    assertAtMost(before);
  }

  /** A module does not end with a scope, but with its last use in Java. */
  @Test
  void modulesThatNobodyUsesAreCollected() throws InterruptedException {
    long before = Pointer.totalCount();
    for (int i = 0; i < 100; i++) {
      train(new DropBlockModule(Dropout.of(.5, i)), numbers(2, 3)).close();
    }
    closeScope();
    for (int attempt = 0; attempt < 100 && Pointer.totalCount() > before; attempt++) {
      System.gc();
      Thread.sleep(100);
    }
    assertAtMost(before);
    openScope();
  }

  /**
   * The resident set also has the heap, which grows with the garbage of a pass until it is
   * collected. Each pass writes 4 MiB for the engine: to lose one of them in 16 passes would show.
   */
  @Test
  void aThousandStepsDoNotGrow() {
    Tensor numbers = numbers(SHAPE);
    for (int step = 0; step < STEPS / 5; step++) {
      step(numbers);
    }
    long pointers = Pointer.totalCount();
    long before = Pointer.physicalBytes();
    for (int step = 0; step < STEPS; step++) {
      step(numbers);
    }
    long growth = Pointer.physicalBytes() - before;
    assertTrue(growth < STEPS / 16 * 2 * numbers.nbytes(), "grown by " + growth);
    assertAtMost(pointers);
  }

  /** The garbage collector may end pointers of earlier tests in between. */
  private static void assertAtMost(long pointers) {
    long count = Pointer.totalCount();
    assertTrue(count <= pointers, count + " pointers, at most " + pointers);
  }

  private void step(Tensor numbers) {
    try (PointerScope step = new PointerScope()) {
      Tensor x = numbers.detach();
      x.set_requires_grad(true);
      train(module, x).sum().backward();
    }
  }
}
