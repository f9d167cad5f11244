package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interpreted, and compiled by each compiler of HotSpot. */
class CompilersTest {
  private static final String NO_OPTIMIZING_COMPILER =
      "scalar (this JVM runs without its optimizing compiler";

  @Test
  void interpreted() {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-Xint").assertGolden();
    run.assertSays("kernels", NO_OPTIMIZING_COMPILER).assertSays("vm", "interpreted mode");
  }

  /** Interpreted, and by the client compiler without and with counters. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void theOptimizingCompilerIsLeftOut(int lastTier) {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-XX:TieredStopAtLevel=" + lastTier);
    run.assertGolden().assertSays("kernels", NO_OPTIMIZING_COMPILER);
  }

  /** Vectors would work, but slowly. */
  @Test
  void beforeAnythingRan() {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-Xcomp").assertGolden();
    run.assertSays("kernels", "scalar (vectors are slow").assertSays("vm", "compiled mode");
  }

  /** By the optimizing compiler alone, and in the foreground. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:-TieredCompilation", "-Xbatch"})
  void vectors(String option) {
    Run run = Program.onClassPath(JDK).run(VECTORS, option);
    run.assertGolden().assertSays("kernels", Cpu.KERNELS);
  }

  /** Loops in plain Java, which the compiler may turn into vectors by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:-TieredCompilation", "-Xbatch", "-XX:-UseSuperWord"})
  void plainLoops(String option) {
    Run run = Program.onClassPath(JDK).run(option);
    run.assertGolden().assertSays("kernels", "scalar");
  }
}
