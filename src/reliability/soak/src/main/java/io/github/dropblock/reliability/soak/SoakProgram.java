package io.github.dropblock.reliability.soak;

import io.github.dropblock.reliability.soak.generator.GeneratorCommand;
import io.github.dropblock.reliability.soak.run.SoakCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The statistical soak and the generator of words for external batteries. */
@Command(
    name = "reliability",
    description = "Tests the distribution of masks.",
    subcommands = {SoakCommand.class, GeneratorCommand.class})
public final class SoakProgram {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean help;

  private SoakProgram() {}

  /**
   * Runs a command and ends the JVM.
   *
   * @param args a command and its options, see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new SoakProgram()).setCaseInsensitiveEnumValuesAllowed(true);
  }
}
