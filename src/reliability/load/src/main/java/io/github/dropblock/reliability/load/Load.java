package io.github.dropblock.reliability.load;

import java.util.List;
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
    System.exit(new CommandLine(new Load()).execute(args));
  }

  /** Prints what was wrong, and returns the status to exit with. */
  static int report(List<String> failures) {
    failures.forEach(each -> System.out.println("failure: " + each));
    System.out.println(failures.size() + " failures");
    return failures.isEmpty() ? 0 : 1;
  }
}
