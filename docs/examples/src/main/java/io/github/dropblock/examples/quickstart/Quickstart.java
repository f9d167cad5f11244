package io.github.dropblock.examples.quickstart;

import io.github.dropblock.GammaRule;
import io.github.dropblock.examples.common.Pictures;
import io.github.dropblock.examples.common.Program;
import io.github.dropblock.examples.common.UserError;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows on one photograph what DropBlock does, and what it costs. */
@Command(
    name = "quickstart",
    description = "Shows on one photograph what DropBlock does, and what it costs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true)
public final class Quickstart implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "PICTURE",
      description = "PNG or JPEG file; without one, a bundled photograph.")
  private Path picture;

  @Option(
      names = "--keep-prob",
      paramLabel = "P",
      description = "Probability to keep a position, from 0 to 1.")
  private double keepProb = 0.9;

  @Option(
      names = "--block-size",
      paramLabel = "N",
      description = "Side of a block, in positions of a feature map.")
  private int blockSize = 7;

  @Option(
      names = "--gamma",
      paramLabel = "RULE",
      description = "How gamma follows from keepProb: paper or exact.")
  private GammaRule gammaRule = GammaRule.PAPER;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the masks.")
  private long seed = 29; // Its masks keep about the expected fraction.

  @Option(
      names = "--output",
      paramLabel = "DIRECTORY",
      defaultValue = "${sys:quickstart.output:-target/quickstart}",
      description = "Where to write the pictures.")
  private Path output;

  @Spec private CommandSpec spec;

  /**
   * Runs the program.
   *
   * @param args options and the picture, see {@code --help}
   */
  public static void main(String[] args) {
    Program.main(new Quickstart(), args);
  }

  @Override
  public Integer call() {
    Choices choices = choices();
    Photo photo = picture == null ? Photo.bundled() : Photo.read(picture);
    Program.createDirectory(output);
    FeatureMaps maps = FeatureMaps.of(photo.toTensor());
    List<Path> files = write(pictures(photo, maps, choices));
    CopyRatio time = CopyRatio.measure(choices.dropBlock(), maps.tensor());
    PrintWriter out = spec.commandLine().getOut();
    out.print(Report.of(photo, maps, choices, time));
    out.print(Report.written(files));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  /** Builds the regularizer once to learn whether the library accepts the choices. */
  private Choices choices() {
    Choices choices = new Choices(keepProb, blockSize, gammaRule, seed);
    try {
      choices.dropBlock();
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage());
    }
    return choices;
  }

  private static Map<String, BufferedImage> pictures(
      Photo photo, FeatureMaps maps, Choices choices) {
    Map<String, BufferedImage> pictures = new LinkedHashMap<>();
    pictures.put("picture.png", photo.image());
    pictures.put("dropout-dropblock.png", MaskPicture.draw(photo, maps, choices));
    pictures.put(
        "feature-maps.png",
        FeatureMapPicture.draw(
            maps.tensor(), choices.dropBlock().sample(maps.tensor().shape(), 0)));
    pictures.put("schedule.png", ScheduleChart.draw(choices.keepProb()));
    return pictures;
  }

  private List<Path> write(Map<String, BufferedImage> pictures) {
    pictures.forEach((name, image) -> Pictures.writePng(image, output.resolve(name)));
    return pictures.keySet().stream().map(output::resolve).toList();
  }
}
