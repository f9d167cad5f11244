package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class StridesFuzzTest {
  @FuzzTest
  void fuzz(FuzzedDataProvider data) {
    StridesCheck.check(data);
  }
}
