package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyFuzzTest {
  @MethodSource("io.github.dropblock.reliability.fuzz.Seeds#bodies")
  @FuzzTest
  void fuzz(byte[] bytes) {
    BytesCheck.checkBody(bytes);
  }
}
