package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.run.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a run to files. */
public final class Report {
  private Report() {}

  /**
   * Writes the tables, the numbers and the chart.
   *
   * @param folder made if it does not exist
   * @param name of the files, without extension
   * @return the files
   */
  public static List<Path> write(Results results, Path folder, String name) {
    List<Path> files = new ArrayList<>();
    Path table = folder.resolve(name + ".md");
    Path numbers = folder.resolve(name + ".json");
    Path chart = folder.resolve(name + ".png");
    try {
      Files.createDirectories(folder);
      Files.writeString(table, results.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Json.write(numbers, results);
    files.add(table);
    files.add(numbers);
    if (RatioChart.write(results.lines(), title(results.machine()), chart)) {
      files.add(chart);
    }
    return files;
  }

  private static String title(Machine machine) {
    return "DropBlock, "
        + Setting.PAPER.label()
        + ", one thread: Java "
        + machine.javaVersion()
        + ", "
        + machine.cpu();
  }
}
