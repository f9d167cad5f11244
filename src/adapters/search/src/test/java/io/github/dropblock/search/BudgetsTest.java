package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {
  @ParameterizedTest
  @CsvSource({
    "27, 1, 9, 3, 27x1 9x3 3x9",
    "27, 1, 10, 3, 27x1 9x3 3x9 1x10",
    "10, 2, 8, 2, 10x2 5x4 2x8",
    "2, 1, 8, 2, 2x1 1x2 1x4 1x8",
    "5, 4, 4, 2, 5x4",
    "4, 2, 3, 9, 4x2 1x3",
    "8, 1, 2147483647, 65536, 8x1 1x65536 1x2147483647"
  })
  void rungs(int trials, int min, int max, int eta, String expected) {
    String rungs =
        new Budgets(min, max, eta)
            .rungs(trials).stream()
                .map(rung -> rung.trials() + "x" + rung.budget())
                .collect(Collectors.joining(" "));
    assertEquals(expected, rungs);
  }
}
