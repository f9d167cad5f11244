package io.github.dropblock.benchmarks.plan;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What is asked, one question a group. */
public enum Group {
  MAIN("the paper's setting, and dropout", Plans::main),
  SMALL("small tensors", Plans::small),
  BLOCKS("block sizes 1 to 15", Plans::blocks),
  SCALAR("without the vector module", Plans::scalar),
  THREADS("two threads beside one", Plans::threads),
  BUFFERS("direct buffers beside arrays", Plans::buffers),
  SCALING("10^4 to 10^8 elements", Plans::scaling),
  ALLOCATION("bytes allocated by a call", Plans::allocation),
  CHOICES("a mask of each choice, which exists", Plans::choices),
  PEERS("libtorch and plain Java", Plans::peers);

  private final String title;
  private final Supplier<List<Fork>> plan;

  Group(String title, Supplier<List<Fork>> plan) {
    this.title = title;
    this.plan = plan;
  }

  /** What it is about. */
  public String title() {
    return title;
  }

  /** How the command line names it. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its JVMs; always the same list, so that a child process can find its own by number. */
  public List<Fork> forks() {
    return plan.get();
  }
}
