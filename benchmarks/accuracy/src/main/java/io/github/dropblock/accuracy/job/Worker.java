package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.Csv;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The inside of a worker process: reads jobs, a line each, and answers with lines of its own. The
 * result goes to a file.
 */
public final class Worker {
  /** Begins each answer; other lines are the engine's. */
  static final String ANSWER = "@ ";

  /** The answer after the last progress of a job. */
  static final String DONE = "done";

  private final Bench bench;
  private final Path results;
  private final PrintStream out;

  /**
   * A worker.
   *
   * @param bench what jobs work with
   * @param results folder of the result files
   * @param out where answers go
   */
  public Worker(Bench bench, Path results, PrintStream out) {
    this.bench = bench;
    this.results = results;
    this.out = out;
  }

  /** Works until there are no more lines. */
  public void run(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Job job = Job.ofLine(line);
      Csv.write(
          results.resolve(job.fileName()),
          job.header(),
          job.run(bench, done -> answer(Integer.toString(done))));
      answer(DONE);
    }
  }

  private void answer(String text) {
    out.println(ANSWER + text);
    // It flushes. Without a reader, another process may soon work on the same job.
    if (out.checkError()) {
      throw new IllegalStateException("nobody reads the answers of this worker process");
    }
  }
}
