package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.job.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** The experiments, by their numbers. */
public final class Experiments {
  /** How many there are. */
  public static final int COUNT = 17;

  private final List<Experiment> experiments;
  private final Lab lab;
  private final Path output;

  /**
   * The experiments.
   *
   * @param quick whether to do them in small
   * @param data folder of the images
   * @param output folder of CSV files, charts and reports
   * @param resultFolder where workers leave the results of single jobs
   * @param workers do the jobs
   * @throws IOException if a folder cannot be read, or holds results of another recipe
   */
  public Experiments(boolean quick, Path data, Path output, Path resultFolder, Workers workers)
      throws IOException {
    this.experiments =
        List.of(
            new Comparison(),
            new Grid(),
            new Scheduling(),
            new Robustness(),
            new Activation(data),
            new Correction(),
            new Segmentation(data),
            new SegmentationPlace(),
            new SceneCounts(),
            new LargeMaps(),
            new WideComparison(),
            new Detection(data),
            new Cells(),
            new Occluded(data),
            new Uncertain(),
            new PolicyComparison(),
            new ImageCounts());
    this.lab = new Lab(Plan.of(quick), output, resultFolder, workers);
    this.output = output;
  }

  /**
   * Does what is not done yet of an experiment, and writes experiment-N.csv, .png and .md.
   *
   * @param number from 1 to {@link #COUNT}
   * @return the report in Markdown
   */
  public String run(int number) throws IOException {
    Experiment experiment = experiments.get(number - 1);
    String name = "experiment-" + number;
    Report report = experiment.run(lab, name);
    StringBuilder text = new StringBuilder();
    text.append("## " + number + ". " + experiment.title() + "\n\n" + report.text());
    for (Report.Picture picture : report.pictures()) {
      String file = name + picture.suffix() + ".png";
      ImageIO.write(picture.image(), "png", output.resolve(file).toFile());
      text.append("\n![").append(picture.shows()).append("](").append(file).append(")\n");
    }
    Files.writeString(output.resolve(name + ".md"), text);
    return text.toString();
  }
}
