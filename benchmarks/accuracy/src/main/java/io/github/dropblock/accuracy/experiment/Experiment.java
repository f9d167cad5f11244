package io.github.dropblock.accuracy.experiment;

import java.io.IOException;

/** A question, its trials and its report. */
interface Experiment {
  /** What it asks, for the heading. */
  String title();

  /**
   * Does what is not done yet, and reports on all of it.
   *
   * @param lab does the jobs
   * @param name of its files
   */
  Report run(Lab lab, String name) throws IOException;
}
