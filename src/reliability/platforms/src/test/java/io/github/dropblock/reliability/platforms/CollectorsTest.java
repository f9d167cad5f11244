package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each garbage collector that all JDKs have. */
class CollectorsTest {
  @ParameterizedTest
  @ValueSource(strings = {"UseG1GC", "UseParallelGC", "UseSerialGC", "UseZGC"})
  void collector(String collector) {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-XX:+" + collector);
    run.assertGolden().assertSays("kernels", Cpu.KERNELS);
  }
}
