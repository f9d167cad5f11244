package io.github.dropblock.search;

import java.util.ArrayList;
import java.util.List;

/** A list of results. */
final class MemoryTrialStore implements TrialStore {
  private final List<TrialResult> results = new ArrayList<>();

  @Override
  public List<TrialResult> results() {
    return List.copyOf(results);
  }

  @Override
  public void add(TrialResult result) {
    results.add(Arguments.notNull("result", result));
  }

  @Override
  public void close() {}
}
