package io.github.dropblock.accuracy.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.job.TrainJob;
import io.github.dropblock.accuracy.trial.Csv;
import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  private static final Path COMMITTED = Path.of("../../docs/experiments");

  @TempDir private Path folder;

  @Test
  void filesThatDisagreeAreRefused() throws Exception {
    Trial trial = Trial.none(1);
    for (double accuracy : new double[] {0.91, 0.61}) {
      EpochRow row = new EpochRow(trial, 20, 0.1, accuracy, OptionalDouble.empty());
      Csv.write(folder.resolve(accuracy + ".csv"), EpochRow.HEADER, List.of(row.fields()));
    }
    ResultFiles results = new ResultFiles(Plan.full().recipes());
    results.readAll(folder);

    IOException e = assertThrows(IOException.class, () -> results.has(new TrainJob(trial, false)));

    assertTrue(e.getMessage().contains("2 different rows of none,1.0,0,nowhere,fixed,1"));
  }

  /** So that a table is made from them, and no trial is trained again. */
  @Test
  void theCommittedResultsAreComplete() throws Exception {
    List<List<String>> rows = Csv.read(COMMITTED.resolve("experiment-1.csv"));
    Files.copy(COMMITTED.resolve("recipe.txt"), folder.resolve("recipe.txt"));
    Csv.write(folder.resolve("experiment-1.csv"), rows.get(0), rows.subList(1, rows.size()));
    ResultFiles results = new ResultFiles(Plan.full().recipes());

    results.readAll(folder);

    for (List<String> fields : rows.subList(1, rows.size())) {
      EpochRow row = EpochRow.of(fields);
      TrainJob job = new TrainJob(row.trial(), row.testAccuracy().isPresent());
      assertTrue(results.has(job), job.toString());
      assertEquals(List.of(fields), results.of(job));
    }
    assertFalse(results.has(new TrainJob(Trial.none(999), true)));
  }
}
