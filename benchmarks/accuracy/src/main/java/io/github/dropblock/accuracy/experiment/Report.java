package io.github.dropblock.accuracy.experiment;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What an experiment has found.
 *
 * @param text Markdown: what was measured, and tables
 * @param pictures charts and the like
 */
record Report(String text, List<Picture> pictures) {
  /** A report with a chart alone. */
  Report(String text, BufferedImage chart) {
    this(text, List.of(new Picture("", "chart", chart)));
  }

  /**
   * A picture of a report.
   *
   * @param suffix of its file's name
   * @param shows what it shows, for those who cannot see it
   * @param image the picture
   */
  record Picture(String suffix, String shows, BufferedImage image) {}
}
