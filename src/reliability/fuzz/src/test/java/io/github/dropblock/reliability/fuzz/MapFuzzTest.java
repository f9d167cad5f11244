package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class MapFuzzTest {
  @FuzzTest
  void fuzz(FuzzedDataProvider data) {
    MapCheck.check(data);
  }
}
