package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of processors, stacks, and where objects lie in memory. */
class MachinesTest {
  private static final String WORKERS = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=";

  private static Run runWith(String option) {
    Run run = Program.onClassPath(JDK).run(VECTORS, option);
    return run.assertGolden().assertSays("kernels", Cpu.KERNELS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void processors(int count) {
    runWith("-XX:ActiveProcessorCount=" + count).assertSays("processors", "" + count);
  }

  /** The calling thread then does the work of all; the JVM tells of at least one worker. */
  @Test
  void noWorkersInTheCommonPool() {
    runWith(WORKERS + 0).assertSays("pool", "1");
  }

  @Test
  void moreWorkersThanWork() {
    runWith(WORKERS + 7).assertSays("pool", "7");
  }

  /** Near the least that HotSpot accepts. */
  @Test
  void smallStacks() {
    runWith("-Xss256k");
  }

  /** Each changes where in a cache line an array's elements begin. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:-UseCompressedOops", "-XX:ObjectAlignmentInBytes=32"})
  void layoutOfObjects(String option) {
    runWith(option);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void compactHeaders() {
    runWith("-XX:+UseCompactObjectHeaders");
  }
}
