package io.github.dropblock.accuracy;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.scene.Photographs;
import io.github.dropblock.accuracy.scene.ScenePicture;
import io.github.dropblock.accuracy.scene.SceneSets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws a picture of training scenes. */
@Command(
    name = "scenes",
    mixinStandardHelpOptions = true,
    description = "Draws the first twelve training scenes of a seed.")
final class ScenesCommand implements Callable<Integer> {
  private static final int USUAL_SEED = 1;
  private static final int COUNT = 12;
  private static final int PAIRS_IN_ROW = 3;

  @Mixin private Folders folders;

  @Option(names = "--seed", description = "(default: " + USUAL_SEED + "); another needs --output")
  private int seed = USUAL_SEED;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "a PNG file (default: docs/experiments/scenes.png of the repository)")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (output == null && seed != USUAL_SEED) {
      // The repository has the picture of the usual seed.
      throw new ParameterException(spec.commandLine(), "--seed " + seed + " needs --output");
    }
    Path file = output == null ? folders.defaultOutput().resolve("scenes.png") : output;
    OutputFile.check(file);
    SceneSets sets = new SceneSets(FashionMnist.read(folders.data), Photographs.read());
    ImageIO.write(
        ScenePicture.pairs(sets.training(seed, COUNT), PAIRS_IN_ROW), "png", file.toFile());
    return 0;
  }
}
