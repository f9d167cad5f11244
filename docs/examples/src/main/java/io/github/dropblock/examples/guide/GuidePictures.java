package io.github.dropblock.examples.guide;

import io.github.dropblock.examples.common.Pictures;
import io.github.dropblock.examples.common.Program;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the pictures of docs/guide.md and prints the numbers of the documents. */
@Command(
    name = "guide",
    description = "Draws the pictures of the guide and prints the numbers of the documents.",
    showDefaultValues = true)
public final class GuidePictures implements Callable<Integer> {
  @Option(
      names = "--output",
      paramLabel = "DIRECTORY",
      defaultValue = "${sys:guide.output:-target/guide}",
      description = "Where to write the pictures.")
  private Path output;

  @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
  private boolean help;

  @Spec private CommandSpec spec;

  /**
   * Runs the program.
   *
   * @param args options, see {@code --help}
   */
  public static void main(String[] args) {
    Program.main(new GuidePictures(), args);
  }

  @Override
  public Integer call() {
    Program.createDirectory(output);
    write("masks.png", MasksPicture::draw);
    write("border-bias.png", BorderBiasPicture::draw);
    write("rates.png", RateCharts::draw);
    write("schedules.png", SchedulesChart::draw);
    print("Drop rates by position (docs/guide.md)", Numbers.borders());
    print("Realized drop rates by number of axes (docs/guide.md)", List.of(Numbers.axes()));
    print("Realized drop rates (docs/peers.md)", Numbers.rates());
    return CommandLine.ExitCode.OK;
  }

  private void write(String name, Supplier<BufferedImage> picture) {
    Path file = output.resolve(name);
    Pictures.writePng(picture.get(), file);
    out().println("written " + file);
  }

  private void print(String title, List<String> rows) {
    out().println();
    out().println(title);
    rows.forEach(out()::println);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
