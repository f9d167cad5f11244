package io.github.dropblock.reliability.soak.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.Regularizer;
import io.github.dropblock.reliability.soak.grid.Grid;
import io.github.dropblock.reliability.soak.grid.Setting;
import io.github.dropblock.reliability.soak.stats.Family;
import io.github.dropblock.reliability.soak.stats.TestResults;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SoakCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(MaskSource source, String... args) {
    return new CommandLine(new SoakCommand(source))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  /** The whole grid, a little of each. False-alarm rate: 1e-4. */
  @Test
  void theLibraryPasses() {
    assertEquals(0, run(Regularizer::sample, "--sites", "1000000", "--masks", "40000"));
    assertTrue(out.toString().startsWith("seed 20181030, 435 settings, "));
    assertTrue(out.toString().endsWith("PASSED" + System.lineSeparator()));
  }

  @Test
  void aDefectIsExitCodeOne() {
    MaskSource stuck = (regularizer, batch, step, first) -> regularizer.sample(batch, 0, 0);
    assertEquals(1, run(stuck, "--sites", "1", "--masks", "10000", "--seed", "3"));
    assertTrue(out.toString().startsWith("seed 3, "));
    assertTrue(out.toString().endsWith("FAILED" + System.lineSeparator()));
  }

  @ParameterizedTest
  @CsvSource({
    "--sites,0",
    "--sites,1000000000001",
    "--masks,0",
    "--masks,1000000001",
    "--seed,none"
  })
  void wrongOptions(String option, String value) {
    assertEquals(2, run(Regularizer::sample, option, value));
    assertTrue(err.toString().contains(option));
  }

  @Test
  void atLeastWhatWasAskedFor() {
    List<Setting> settings = Grid.of(1).subList(0, 60);
    for (long[] least : new long[][] {{3_000_000, 1}, {1, 20_000}, {3_000_000, 20_000}}) {
      SoakRun run = new SoakRun(Regularizer::sample, settings, least[0], least[1]).run(() -> {});
      assertTrue(run.sites() >= least[0] && run.masks() >= least[1]);
    }
  }

  /**
   * P values are what they say: about one in a hundred is below .01 where laws are nearly
   * continuous, with half of all positions dropped. The bounds are 5 standard deviations of
   * independent tests. False-alarm rate: 1e-6.
   */
  @Test
  void pValuesAreUniform() {
    List<Setting> settings =
        Grid.of(7).stream()
            .filter(s -> s.law().dropRate(0) == .5 && s.bitsOfSample() > 1000)
            .toList();
    TestResults results =
        new SoakRun(Regularizer::sample, settings, 1, 60_000).run(() -> {}).results();
    long tests = 0;
    long unlikely = 0;
    for (Family family : List.of(Family.SEED_BITS, Family.STEP_BITS, Family.SAMPLE_BITS)) {
      tests += results.of(family).tests();
      unlikely += results.of(family).unlikely();
    }
    assertTrue(tests > 2000);
    assertEquals(.01, (double) unlikely / tests, 5 * Math.sqrt(.01 * .99 / tests));
  }
}
