package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors as wide as this CPU has them, and narrower. */
class VectorWidthsTest {
  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64})
  void atMostSoManyBytes(int bytes) {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-XX:MaxVectorSize=" + bytes);
    run.assertGolden().assertSays("kernels", Cpu.kernels(bytes * Byte.SIZE));
  }

  @Test
  void tooNarrow() {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-XX:MaxVectorSize=8");
    run.assertGolden().assertSays("kernels", "scalar (vectors of 64 bit");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void x86WithoutAvx2(int avx) {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-XX:UseAVX=" + avx);
    run.assertGolden().assertSays("kernels", "scalar (vectors are slow without AVX2");
  }

  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void x86WithAvx2() {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-XX:UseAVX=2");
    run.assertGolden().assertSays("kernels", Cpu.kernels(256));
  }
}
