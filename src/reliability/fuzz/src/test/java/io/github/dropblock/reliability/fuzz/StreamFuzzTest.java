package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamFuzzTest {
  @MethodSource("io.github.dropblock.reliability.fuzz.Seeds#streams")
  @FuzzTest
  void fuzz(byte[] stream) {
    StreamCheck.check(stream);
  }
}
