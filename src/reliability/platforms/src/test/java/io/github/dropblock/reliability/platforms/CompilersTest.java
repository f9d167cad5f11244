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

  @Test
  void theClientCompilerAlone() {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-XX:TieredStopAtLevel=1").assertGolden();
    run.assertSays("kernels", NO_OPTIMIZING_COMPILER);
  }

  /** By the optimizing compiler alone, in the foreground, and before anything ran. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:-TieredCompilation", "-Xbatch", "-Xcomp"})
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
