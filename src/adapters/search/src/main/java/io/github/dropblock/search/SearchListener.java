package io.github.dropblock.search;

/**
 * Follows a search. All calls come from the thread that runs it.
 *
 * @since 0.1.0
 */
public interface SearchListener {
  /** Does nothing. */
  SearchListener SILENT = new SearchListener() {};

  /**
   * The search begins.
   *
   * @param trials how many trials it will have if enough of them succeed
   */
  default void started(int trials) {}

  /**
   * A trial is finished.
   *
   * @param result the result; it is in the store
   * @param stored whether the store held it already, from an earlier run
   */
  default void finished(TrialResult result, boolean stored) {}

  /** The search ends, also if it ends with an exception. */
  default void ended() {}
}
