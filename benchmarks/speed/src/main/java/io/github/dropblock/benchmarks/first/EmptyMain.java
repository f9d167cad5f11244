package io.github.dropblock.benchmarks.first;

/** What {@link FirstMain} is compared with: a program that does nothing. */
final class EmptyMain {
  private EmptyMain() {}

  /** Prints the moment at which it runs and the CPU time until then. */
  public static void main(String[] args) {
    long now = System.nanoTime();
    long cpu = Clock.cpuMillis();
    System.out.println(now + " " + cpu);
  }
}
