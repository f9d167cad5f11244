package io.github.dropblock.reliability.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The programs of this module. */
@Command(
    name = "load",
    description = "Holds the library to its promises under load; exits with 1 if one is broken.",
    subcommands = {ThreadsCommand.class, CallsCommand.class, LargeCommand.class},
    mixinStandardHelpOptions = true)
public final class Load {
  private Load() {}

  /**
   * Runs a program.
   *
   * @param args its name and its options
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Load()).execute(args);
  }
}
