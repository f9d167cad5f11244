package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

class BytesFuzzTest {
  @MethodSource("io.github.dropblock.reliability.fuzz.Seeds#bytes")
  @FuzzTest
  void fuzz(byte[] bytes) {
    BytesCheck.check(bytes);
  }
}
