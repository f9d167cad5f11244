package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;

import org.junit.jupiter.api.Test;

/** On the class path and as a module, with the Vector module and without it. */
class ModulesTest {
  @Test
  void theClassPathWithVectors() {
    Run run = Program.onClassPath(JDK).run(VECTORS).assertGolden();
    run.assertSays("kernels", Cpu.KERNELS).assertSays("module", "false");
  }

  @Test
  void theClassPathWithoutVectors() {
    Run run = Program.onClassPath(JDK).run().assertGolden();
    run.assertSays("kernels", "scalar (for vectors").assertSays("module", "false");
  }

  @Test
  void theModulePathWithVectors() {
    Run run = Program.onModulePath(JDK).run(VECTORS).assertGolden();
    run.assertSays("kernels", Cpu.KERNELS).assertSays("module", "true");
  }

  @Test
  void theModulePathWithoutVectors() {
    Run run = Program.onModulePath(JDK).run().assertGolden();
    run.assertSays("kernels", "scalar (for vectors").assertSays("module", "true");
  }
}
