package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.job.Job;
import io.github.dropblock.accuracy.trial.Csv;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The results in CSV files of a folder: an experiment takes from them what another has done. */
final class ResultFiles {
  private static final String RECIPE = "recipe.txt";

  private final String recipes;
  private final Map<List<String>, Set<List<String>>> rowsByHeader = new HashMap<>();

  /**
   * Results.
   *
   * @param recipes of all of them, as text
   */
  ResultFiles(String recipes) {
    this.recipes = recipes;
  }

  /**
   * Reads all files of a folder.
   *
   * @throws IOException if they are of another recipe: results of both would not be comparable
   */
  void readAll(Path folder) throws IOException {
    Files.createDirectories(folder);
    checkRecipe(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
      for (Path file : files) {
        List<List<String>> rows = Csv.read(file);
        if (!rows.isEmpty()) {
          add(rows.get(0), rows.subList(1, rows.size()));
        }
      }
    }
  }

  private void checkRecipe(Path folder) throws IOException {
    Path file = folder.resolve(RECIPE);
    if (Files.notExists(file)) {
      Files.writeString(file, recipes);
    } else if (!Files.readString(file).equals(recipes)) {
      throw new IOException(
          folder + " holds results of another recipe; remove it or choose another folder");
    }
  }

  private void add(List<String> header, List<List<String>> rows) {
    rowsByHeader.computeIfAbsent(header, h -> new LinkedHashSet<>()).addAll(rows);
  }

  /** Reads a job's own result file. */
  void readOne(Job job, Path file) throws IOException {
    List<List<String>> rows = Csv.read(file);
    add(job.header(), rows.subList(1, rows.size()));
  }

  /** The rows of a job. */
  List<List<String>> of(Job job) {
    return rowsByHeader.getOrDefault(job.header(), Set.of()).stream().filter(job::owns).toList();
  }

  /**
   * Whether a job is done.
   *
   * @throws IOException if the files disagree on its result
   */
  boolean has(Job job) throws IOException {
    int found = of(job).size();
    if (found > job.rows()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the CSV files have %d different rows of %s, whose result has %d; remove the wrong"
                  + " ones",
              found,
              String.join(",", job.fields()),
              job.rows()));
    }
    return found == job.rows();
  }
}
