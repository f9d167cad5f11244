package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The system property that chooses the kernels. */
class ForcedKernelsTest {
  @Test
  void scalarInSpiteOfTheVectorModule() {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-Ddropblock.kernels=scalar");
    run.assertGolden().assertSays("kernels", "scalar (asked for");
  }

  @Test
  void vector() {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-Ddropblock.kernels=vector");
    run.assertGolden().assertSays("kernels", Cpu.KERNELS);
  }

  /** Without the module, and without the optimizing compiler. */
  @ParameterizedTest
  @ValueSource(strings = {"-Xmixed", VECTORS + " -Xint"})
  void vectorFailsLoudlyWhereItCannotBe(String options) {
    Program program = Program.onClassPath(JDK);
    Run run = program.run((options + " -Ddropblock.kernels=vector").split(" ", -1));
    assertEquals(1, run.exit(), run::toString);
    assertTrue(run.err().contains("dropblock.kernels=vector cannot be met"), run::toString);
  }
}
