package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.VECTORS;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What this JDK compiled runs on the others here: see {@link Jdks}. */
class OtherJdksTest {
  private static SortedMap<Integer, Path> others;

  @BeforeAll
  static void findOthers() throws IOException {
    others = Jdks.others();
    assumeFalse(
        others.isEmpty(), "there is no JDK of another version; -Dother.java.home names one");
  }

  @Test
  void onTheClassPath() {
    others.forEach(
        (version, jdk) -> {
          Run run = Program.onClassPath(jdk).run(VECTORS).assertGolden();
          run.assertSays("java", version + "").assertSays("kernels", Cpu.KERNELS);
        });
  }

  @Test
  void onTheModulePath() {
    others.forEach(
        (version, jdk) -> {
          Run run = Program.onModulePath(jdk).run(VECTORS).assertGolden();
          run.assertSays("java", version + "").assertSays("kernels", Cpu.KERNELS);
        });
  }

  @Test
  void withoutVectors() {
    others.forEach(
        (version, jdk) -> {
          Run run = Program.onModulePath(jdk).run().assertGolden();
          run.assertSays("java", version + "").assertSays("kernels", "scalar");
        });
  }
}
