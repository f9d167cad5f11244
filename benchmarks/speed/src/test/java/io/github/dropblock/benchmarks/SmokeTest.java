package io.github.dropblock.benchmarks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.benchmarks.first.FirstCalls;
import io.github.dropblock.benchmarks.law.Comparison;
import io.github.dropblock.benchmarks.plan.Fork;
import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Jvm;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.report.FirstLine;
import io.github.dropblock.benchmarks.report.Report;
import io.github.dropblock.benchmarks.report.Results;
import io.github.dropblock.benchmarks.run.ForkResult;
import io.github.dropblock.benchmarks.run.Json;
import io.github.dropblock.benchmarks.run.Measurement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs every row of every group once, briefly. No time is judged: the machine may be busy. */
class SmokeTest {
  private static final Path FOLDER = Path.of(System.getProperty("benchmarks.smoke"));
  private static final PrintWriter PROGRESS = new PrintWriter(System.out, true);

  private static Results results;

  @BeforeAll
  static void run() {
    results = new Session(List.of(Group.values()), true, "SmokeTest", PROGRESS).run();
  }

  @Test
  void everyPlannedRowIsMeasured() {
    List<Row> planned =
        Stream.of(Group.values())
            .flatMap(group -> group.differentForks().stream())
            .flatMap(fork -> fork.rows().stream())
            .toList();
    assertEquals(planned, measurements().map(Measurement::row).toList());
  }

  @Test
  void everyNumberCanHaveBeenMeasured() {
    assertAll(
        measurements().map(measured -> () -> assertTrue(measured.isFinite(), measured::toString)));
  }

  /** A smoke test starts one JVM of each kind. */
  @Test
  void theFirstCallsOfBothKernelsAreMeasured() {
    assertEquals(
        List.of("vector", "scalar"),
        results.firsts().stream().map(line -> line.calls().kernels()).limit(2).toList());
    for (FirstLine line : results.firsts()) {
      FirstCalls calls = line.calls();
      assertTrue(0 < calls.empty() && calls.empty() < calls.pass(), calls::toString);
      assertTrue(calls.mask() < calls.pass() && calls.pass() < 1e5, calls::toString);
      assertTrue(0 <= calls.emptyCpu() && calls.emptyCpu() < 1e5, calls::toString);
    }
  }

  @Test
  void everyLoopOfTheCliffIsMeasuredInEachOrder() {
    assertEquals(Group.CLIFF.forks().get(0).rows().size(), results.cliffs().size());
    results.cliffs().forEach(cliff -> assertEquals(2, cliff.jvms(), cliff::toString));
  }

  @Test
  void everyJvmUsesTheKernelsThatItWasStartedFor() {
    List<Fork> forks =
        Stream.of(Group.values()).flatMap(group -> group.differentForks().stream()).toList();
    for (int i = 0; i < forks.size(); i++) {
      ForkResult result = results.forks().get(i);
      assertEquals(
          forks.get(i).jvm() == Jvm.SCALAR, result.kernels().equals("scalar"), result::kernels);
    }
  }

  /** See {@link Comparison} for the tolerances and their false-alarm rate. */
  @Test
  void everyImplementationDropsTheSame() {
    int peersTimesSettings = 5 * 5 + 2;
    assertEquals(5 + peersTimesSettings, results.comparisons().size());
    assertAll(
        results.comparisons().stream()
            .map(comparison -> () -> assertTrue(comparison.holds(), comparison::toString)));
  }

  @Test
  void theTableTheNumbersAndTheChartAreWritten() throws IOException {
    List<Path> files = Report.write(results, FOLDER, "smoke");
    assertEquals(3, files.size());
    assertEquals(results.text(), Files.readString(files.get(0)));
    Results read = Json.read(files.get(1), Results.class);
    assertEquals(results.lines(), read.lines());
    assertEquals(results.firsts(), read.firsts());
    assertEquals(results.cliffs(), read.cliffs());
    assertEquals(results.forks(), read.forks());
    assertNotNull(ImageIO.read(files.get(2).toFile()));
    assertTrue(results.isSound());
  }

  private static Stream<Measurement> measurements() {
    return results.forks().stream().flatMap(fork -> fork.measurements().stream());
  }
}
