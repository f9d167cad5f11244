package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Of AVX 1, only the floating-point half has 256 bits. */
  @ParameterizedTest
  @CsvSource({"0,128", "1,128", "2,256"})
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void olderX86(int avx, int bits) {
    Run run = Program.onClassPath(JDK).run(VECTORS, "-XX:UseAVX=" + avx);
    run.assertGolden().assertSays("kernels", Cpu.kernels(bits));
  }
}
