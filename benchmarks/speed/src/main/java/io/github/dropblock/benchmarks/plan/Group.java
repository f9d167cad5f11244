package io.github.dropblock.benchmarks.plan;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What is asked, one question a group. */
public enum Group {
  MAIN("the paper's setting, dropout, and a layer", Plans::main),
  SMALL("small tensors", Plans::small),
  BLOCKS("block sizes 1 to 15", Plans::blocks),
  BUFFERS("direct buffers beside arrays", BesidePlans::buffers),
  CHOICES("an existing mask of each choice", BesidePlans::choices),
  FAMILY("sample + apply of the relatives for images", BesidePlans::family),
  THREADS("two threads beside one", BesidePlans::threads),
  SCALAR("without the vector module", Plans::scalar),
  SCALING("10^4 to 10^8 elements", Plans::scaling),
  FIRST("the first mask in a fresh JVM", List::of),
  CLIFF("the same loops in 16 fresh JVMs", CliffPlan::forks),
  PEERS("libtorch and plain Java", BesidePlans::peers);

  private final String title;
  private final Supplier<List<Fork>> plan;

  Group(String title, Supplier<List<Fork>> plan) {
    this.title = title;
    this.plan = plan;
  }

  /** Returns what it is about. */
  public String title() {
    return title;
  }

  /** Returns how the command line names it. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns its JVMs; always the same list, so that a child process finds its own by number. */
  public List<Fork> forks() {
    return plan.get();
  }

  /** Returns its JVMs but those that repeat another one: what a smoke test runs. */
  public List<Fork> differentForks() {
    return forks().stream().distinct().toList();
  }
}
