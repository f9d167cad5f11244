package io.github.dropblock.reliability.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls near the end of a stack. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StackTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 16, 16);
  private static final long SMALL_STACK = 256 << 10;

  private final DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(5).build();
  private final Tensor x = Inputs.tensor(SHAPE);
  private long expected;
  private int overflows;
  private int answers;

  @BeforeEach
  void answerOnce() {
    expected = answer();
  }

  private long answer() {
    DropMask mask = dropBlock.sample(SHAPE, 1);
    return Hash.add(Hash.of(mask.toBytes()), Hash.of(mask.apply(x).data()));
  }

  @Test
  void aSmallStackIsEnough() throws InterruptedException {
    run(() -> answers += answer() == expected ? 1 : 0);
    assertEquals(1, answers);
  }

  /** From the deepest frame up, each calls until one has enough stack. */
  @Test
  void anOperatorWorksAfterAnOverflow() throws InterruptedException {
    run(this::dive);
    assertTrue(overflows > 0);
    assertEquals(1, answers);
    assertEquals(expected, answer());
  }

  private void dive() {
    try {
      dive();
    } catch (StackOverflowError e) {
      overflows++;
    }
    if (answers == 0) {
      answers += answer() == expected ? 1 : 0;
    }
  }

  private static void run(Runnable work) throws InterruptedException {
    Thread thread = new Thread(null, work, "small stack", SMALL_STACK);
    thread.start();
    thread.join();
  }
}
