package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is refused by a message that says so, and nothing advances. */
class BadInputTest extends EngineTest {
  private static final DropBlock DROP_BLOCK = DropBlock.builder().seed(5).build();
  private final DropBlockModule module = new DropBlockModule(DROP_BLOCK);

  private void assertRejected(String message, Tensor x) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> train(module, x));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(0, module.step());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6})
  void ranks(int rank) {
    long[] shape = new long[rank];
    Arrays.fill(shape, 2);
    assertRejected(
        "x must be NC, NCW, NCHW or NCDHW, of 2 to 5 axes: " + Arrays.toString(shape),
        torch.zeros(shape));
  }

  @ParameterizedTest
  @EnumSource(names = {"Int", "Long", "Byte", "Bool", "ComplexFloat", "Float8_e5m2"})
  void types(ScalarType type) {
    assertRejected(
        "x must have one of the types [Float, Half, BFloat16, Double]: " + type,
        numbers(2, 3, 8, 8).to(type));
  }

  @Test
  void layouts() {
    assertRejected("x must have the layout Strided: Sparse", numbers(2, 3, 8, 8).to_sparse());
  }

  /** A view of one number, which takes no memory. */
  @Test
  void sizes() {
    assertRejected(
        "x must have at most 536870911 elements: [65536, 8192, 1, 1]",
        numbers(1, 1, 1, 1).expand(65536, 8192, 1, 1));
  }

  @Test
  void noTensor() {
    Tensor closed = numbers(2, 3);
    closed.close();
    for (Tensor x : new Tensor[] {null, new Tensor(), closed}) {
      assertRejected("x must be a tensor that is defined and not closed", x);
      module.eval();
      assertThrows(IllegalArgumentException.class, () -> module.forward(x));
    }
  }

  @Test
  void nothing() {
    Dropout dropout = Dropout.of(.5, 1);
    assertThrows(IllegalArgumentException.class, () -> new DropBlockModule(null));
    assertThrows(IllegalArgumentException.class, () -> new DropBlockModule(dropout, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DropBlockModule(null, KeepProbSchedule.constant(.5)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DropBlockModule(Cutout.of(1, 2, 3), KeepProbSchedule.constant(.5)));
    assertThrows(IllegalArgumentException.class, () -> module.configure(null));
    assertThrows(IllegalArgumentException.class, () -> module.configure(dropout, null));
    assertEquals(DROP_BLOCK, module.regularizer());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void steps(long step) {
    for (Runnable call : new Runnable[] {() -> module.step(step), () -> module.startAt(step)}) {
      Exception e = assertThrows(IllegalArgumentException.class, call::run);
      assertEquals("step must be at least 0: " + step, e.getMessage());
    }
  }
}
