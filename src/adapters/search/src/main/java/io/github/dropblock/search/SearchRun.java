package io.github.dropblock.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs waves of trials, but for those that the store holds. */
final class SearchRun {
  private final Objective objective;
  private final TrialRunner runner;
  private final TrialStore store;
  private final SearchListener listener;
  private final Map<Key, TrialResult> stored = new HashMap<>();
  private final List<TrialResult> results = new ArrayList<>();

  private record Key(int rung, int index) {
    Key(Trial trial) {
      this(trial.rung(), trial.index());
    }
  }

  /** The waves of a search, one after the other. */
  interface Waves {
    void run(SearchRun run) throws InterruptedException;
  }

  private SearchRun(
      Objective objective, TrialRunner runner, TrialStore store, SearchListener listener) {
    this.objective = Arguments.notNull("objective", objective);
    this.runner = Arguments.notNull("runner", runner);
    this.store = Arguments.notNull("store", store);
    this.listener = Arguments.notNull("listener", listener);
    store.results().forEach(result -> stored.putIfAbsent(new Key(result.trial()), result));
  }

  static SearchResult of(
      Objective objective,
      TrialRunner runner,
      TrialStore store,
      SearchListener listener,
      int trials,
      Waves waves)
      throws InterruptedException {
    SearchRun run = new SearchRun(objective, runner, store, listener);
    listener.started(trials);
    try {
      waves.run(run);
    } finally {
      listener.ended();
    }
    return new SearchResult(run.results);
  }

  /** Returns the results in any order. */
  List<TrialResult> wave(List<Trial> trials) throws InterruptedException {
    int before = results.size();
    List<Trial> missing = trials.stream().filter(trial -> !isStored(trial)).toList();
    for (Trial trial : trials) {
      if (isStored(trial)) {
        finished(stored.get(new Key(trial)), true);
      }
    }
    if (!missing.isEmpty()) {
      runner.run(missing, objective, this::add);
    }
    return List.copyOf(results.subList(before, results.size()));
  }

  private boolean isStored(Trial trial) {
    TrialResult result = stored.get(new Key(trial));
    if (result != null && !result.trial().equals(trial)) {
      throw new IllegalArgumentException(
          "store must hold trials of this search: expected " + trial + ", found " + result.trial());
    }
    return result != null;
  }

  private void add(TrialResult result) {
    store.add(result);
    finished(result, false);
  }

  private void finished(TrialResult result, boolean wasStored) {
    results.add(result);
    listener.finished(result, wasStored);
  }
}
