package io.github.dropblock.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A result as a line of CSV. Numbers are written so that reading gives the same bits. */
final class TrialCsv {
  static final String HEADER = "rung,trial,budget,seed,keep_prob,block_size,place,score,failure";

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private TrialCsv() {}

  static String line(TrialResult result) {
    Trial trial = result.trial();
    Candidate candidate = trial.candidate();
    return FORMAT.format(
        trial.rung(),
        trial.index(),
        trial.budget(),
        trial.seed(),
        candidate.keepProb(),
        candidate.blockSize(),
        candidate.place(),
        result.failed() ? "" : result.score(),
        result.failure());
  }

  /** Throws {@link IllegalArgumentException} or {@link IOException} if it is not a trial. */
  static TrialResult parse(String line) throws IOException {
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      List<CSVRecord> records = parser.getRecords();
      int columns = records.isEmpty() ? 0 : records.get(0).size();
      if (columns != 9) {
        throw new IllegalArgumentException("9 columns are needed: " + columns);
      }
      return result(records.get(0));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static TrialResult result(CSVRecord columns) {
    Candidate candidate =
        new Candidate(
            Double.parseDouble(columns.get(4)), Integer.parseInt(columns.get(5)), columns.get(6));
    Trial trial =
        new Trial(
            Integer.parseInt(columns.get(0)),
            Integer.parseInt(columns.get(1)),
            Integer.parseInt(columns.get(2)),
            Long.parseLong(columns.get(3)),
            candidate);
    String score = columns.get(7);
    return new TrialResult(
        trial, score.isEmpty() ? Double.NaN : Double.parseDouble(score), columns.get(8));
  }
}
