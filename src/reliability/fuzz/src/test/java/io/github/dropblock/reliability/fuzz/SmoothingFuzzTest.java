package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class SmoothingFuzzTest {
  @FuzzTest
  void fuzz(FuzzedDataProvider data) {
    SmoothingCheck.check(data);
  }
}
