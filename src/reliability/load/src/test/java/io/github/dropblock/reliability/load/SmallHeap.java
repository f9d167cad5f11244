package io.github.dropblock.reliability.load;

import io.github.dropblock.KernelInfo;

/** The program of a JVM with a small heap: a line for each case. */
public final class SmallHeap {
  static final String CASE = "case ";
  static final String FINE = " is fine";

  private SmallHeap() {}

  /**
   * Runs a group of cases.
   *
   * @param args the group's name
   */
  public static void main(String[] args) throws InterruptedException {
    System.out.println(KernelInfo.current());
    for (HeapCase each : HeapGroup.valueOf(args[0]).cases()) {
      FullHeapCalls calls = new FullHeapCalls(each);
      String problem = calls.run();
      String description = CASE + each.name() + " after " + calls.failures() + " failed calls";
      System.out.println(description + (problem.isEmpty() ? FINE : ": " + problem));
    }
  }
}
