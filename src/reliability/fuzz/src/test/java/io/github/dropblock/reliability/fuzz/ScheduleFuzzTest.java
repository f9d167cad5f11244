package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class ScheduleFuzzTest {
  @FuzzTest
  void fuzz(FuzzedDataProvider data) {
    ScheduleCheck.check(data);
  }
}
