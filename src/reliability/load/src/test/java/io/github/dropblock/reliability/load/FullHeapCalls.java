package io.github.dropblock.reliability.load;

/**
 * Calls in a heap that is full, again and again with a little more room, until the call succeeds.
 * So each allocation of the call fails once. After each failure everything must be as before.
 */
final class FullHeapCalls {
  private static final int LEVELS = 24;
  private static final int WARM_UPS = 3;
  private static final int ROOM = 8;
  private static final int ATTEMPTS = 5;

  private final HeapCase heapCase;
  private final HeapFiller filler = new HeapFiller();
  private long before;
  private long after;
  private int failures;
  private int changedAt = -1;
  private boolean succeeded;
  private boolean right;
  private Throwable surprise;

  FullHeapCalls(HeapCase heapCase) {
    this.heapCase = heapCase;
  }

  /** Empty if all is well, and what is not otherwise. */
  String run() throws InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      callOnce();
    }
    long[] needed = new long[1];
    heapCase.reset().run();
    onNewThread(() -> needed[0] = Allocations.of(heapCase.call()));
    int chunk = (int) Math.max(HeapFiller.LEAST, needed[0] / LEVELS * 2);
    long room = Math.max(ROOM * needed[0], 256L << 10);
    // The JVM may find some more room after the heap was full.
    for (int i = 0; i == 0 || i < ATTEMPTS && failures == 0 && needed[0] > 0; i++) {
      succeeded = false;
      heapCase.reset().run();
      onNewThread(() -> callUntilItSucceeds(room, chunk));
      filler.clear();
    }
    return verdict(needed[0]);
  }

  private void callOnce() {
    heapCase.reset().run();
    before = heapCase.state().getAsLong();
    heapCase.call().run();
    after = heapCase.state().getAsLong();
  }

  /** A thread that has no arrays to work in yet. */
  private static void onNewThread(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join();
  }

  /** Allocates nothing but in the filler and the call. */
  private void callUntilItSucceeds(long room, int chunk) {
    filler.fill(room, chunk);
    int levels = (int) Math.min(room / chunk, Integer.MAX_VALUE);
    for (int level = 0;
        level < levels && !succeeded && surprise == null && changedAt < 0;
        level++) {
      tryOnce(level);
      filler.release(1 + level / LEVELS); // Larger steps for what the JVM itself needs.
    }
  }

  private void tryOnce(int level) {
    try {
      heapCase.call().run();
      succeeded = true;
      right = heapCase.state().getAsLong() == after;
    } catch (OutOfMemoryError e) {
      failures++;
      if (heapCase.state().getAsLong() != before) {
        changedAt = level;
      }
    } catch (RuntimeException | Error e) {
      surprise = e;
    }
  }

  private String verdict(long needed) {
    if (surprise != null) {
      return surprise.toString();
    } else if (changedAt >= 0) {
      return "failed with something changed, with " + changedAt + " chunks free";
    } else if (!succeeded || !right) {
      return succeeded ? "wrong in a full heap" : "never succeeded in " + failures + " calls";
    } else if (failures == 0 && needed > 0) {
      return "never failed, though it needs " + needed + " bytes";
    }
    long expected = after;
    callOnce();
    return after == expected ? "" : "wrong afterwards";
  }

  int failures() {
    return failures;
  }
}
