package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels with any wrong loop are found out, and those of no use are not chosen. */
@Tag("kernels")
class KernelSelfTestTest {
  private enum Loop {
    APPLY_MASK,
    APPLY_SCALES,
    MULTIPLY,
    WRITE_MULTIPLIERS,
    SELECT,
    RANDOM_BLOCKS,
    BERNOULLI_WORDS,
    OR_SHIFTED
  }

  private enum Fault {
    WRONG_SIGN,
    NAN_IS_ZERO;

    private void in(float[] out, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (this == NAN_IS_ZERO) {
          out[i] = Float.isNaN(out[i]) ? 0 : out[i];
        } else {
          out[i] = -out[i];
        }
      }
    }
  }

  /** Right but for one loop, of which no other loop makes use. */
  private static final class Wrong extends ScalarKernels {
    private final ScalarKernels right = new ScalarKernels();
    private final Loop wrong;
    private final Fault fault;
    private final int vectorBits;

    private Wrong(Loop wrong, Fault fault, int vectorBits) {
      this.wrong = wrong;
      this.fault = fault;
      this.vectorBits = vectorBits;
    }

    private void spoil(Loop loop, float[] out, int offset, int length) {
      if (loop == wrong) {
        fault.in(out, offset, length);
      }
    }

    private void spoil(Loop loop, long[] out, int count) {
      if (loop == wrong) {
        out[count - 1] ^= 1;
      }
    }

    @Override
    public int vectorBits() {
      return vectorBits;
    }

    @Override
    public void applyMask(
        float[] in, int from, float[] out, int to, int length, long[] bits, int bit, float scale) {
      right.applyMask(in, from, out, to, length, bits, bit, scale);
      spoil(Loop.APPLY_MASK, out, to, length);
    }

    @Override
    public void select(
        float[] a,
        int atA,
        float[] b,
        int atB,
        float[] out,
        int to,
        int length,
        long[] bits,
        int bit) {
      right.select(a, atA, b, atB, out, to, length, bits, bit);
      spoil(Loop.SELECT, out, to, length);
    }

    @Override
    public void applyScales(
        float[] in,
        int from,
        float[] out,
        int to,
        int length,
        long[] bits,
        int bit,
        float[] scales,
        int scale,
        int run,
        int phase,
        float[] work) {
      right.applyScales(in, from, out, to, length, bits, bit, scales, scale, run, phase, work);
      spoil(Loop.APPLY_SCALES, out, to, length);
    }

    @Override
    public void multiply(float[] in, int from, float[] out, int to, int length, float scale) {
      right.multiply(in, from, out, to, length, scale);
      spoil(Loop.MULTIPLY, out, to, length);
    }

    @Override
    public void writeMultipliers(
        float[] out, int to, int length, long[] bits, int bit, float scale) {
      right.writeMultipliers(out, to, length, bits, bit, scale);
      spoil(Loop.WRITE_MULTIPLIERS, out, to, length);
    }

    @Override
    public void randomBlocks(long k0, long k1, long c0, long c1, long[] out, int blocks) {
      right.randomBlocks(k0, k1, c0, c1, out, blocks);
      spoil(Loop.RANDOM_BLOCKS, out, 2 * blocks);
    }

    @Override
    public void bernoulliWords(
        long k0, long k1, long c0, long c1, long threshold, long[] out, int words, long[] work) {
      right.bernoulliWords(k0, k1, c0, c1, threshold, out, words, work);
      spoil(Loop.BERNOULLI_WORDS, out, words);
    }

    @Override
    public void orShifted(long[] words, int count, int shift) {
      right.orShifted(words, count, shift);
      spoil(Loop.OR_SHIFTED, words, count);
    }

    @Override
    public String toString() {
      return wrong + " " + fault;
    }
  }

  static List<Kernels> wrongKernels() {
    List<Kernels> wrong = new ArrayList<>();
    for (Loop loop : Loop.values()) {
      wrong.add(new Wrong(loop, Fault.WRONG_SIGN, 128));
    }
    for (Loop loop : List.of(Loop.APPLY_MASK, Loop.APPLY_SCALES, Loop.MULTIPLY)) {
      wrong.add(new Wrong(loop, Fault.NAN_IS_ZERO, 128));
    }
    return wrong;
  }

  private static Attempt attempt(Kernels kernels) {
    return Attempt.with(() -> AttemptTest.GOOD, () -> kernels);
  }

  @ParameterizedTest
  @MethodSource("wrongKernels")
  void aWrongLoopIsFoundOut(Kernels wrong) {
    assertFalse(KernelSelfTest.passes(wrong));
    Attempt attempt = attempt(wrong);
    assertTrue(attempt.obstacle().contains("failed their self-test"), attempt.obstacle());
    assertTrue(attempt.broken());
  }

  @Test
  void rightLoopsPass() {
    KernelsUnderTest.all().forEach(kernels -> assertTrue(KernelSelfTest.passes(kernels)));
    assertNull(attempt(new Wrong(null, null, 128)).obstacle());
  }

  @Test
  void narrowVectorsAreNotChosen() {
    String obstacle = attempt(new Wrong(null, null, 64)).obstacle();
    assertTrue(obstacle.contains("vectors of 64 bit gain nothing"), obstacle);
  }
}
