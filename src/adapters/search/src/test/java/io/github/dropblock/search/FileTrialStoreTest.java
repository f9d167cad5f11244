package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTrialStoreTest {
  private static final String GOOD = "0,0,1,42,0.9,7,group 4,0.5,";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("trials.csv");
  }

  private List<TrialResult> read() throws IOException {
    try (TrialStore store = TrialStore.file(file)) {
      return store.results();
    }
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file, TrialCsv.HEADER + "\n" + String.join("\n", lines));
  }

  @Test
  void theFileIsReadableByPeople() throws IOException {
    Trial trial = new Trial(1, 3, 9, -5, new Candidate(.875, 7, "groups 3+4"));
    try (TrialStore store = TrialStore.file(file)) {
      store.add(TrialResult.ofScore(trial, .9375));
      store.add(TrialResult.ofFailure(trial, "out of memory, \"again\""));
    }
    assertEquals(
        """
        rung,trial,budget,seed,keep_prob,block_size,place,score,failure
        1,3,9,-5,0.875,7,groups 3+4,0.9375,
        1,3,9,-5,0.875,7,groups 3+4,,"out of memory, ""again\"""
        """,
        Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, -0.0, 1 / 3.0, 4.9e-324, 1.7976931348623157e308, 1 / 0.0, -1 / 0.0})
  void numbersComeBackToTheLastBit(double score) throws IOException {
    Trial trial = new Trial(0, 1, 2, Long.MIN_VALUE, new Candidate(1 / 3.0, 5, "x"));
    try (TrialStore store = TrialStore.file(file)) {
      store.add(TrialResult.ofScore(trial, score));
    }
    assertEquals(List.of(TrialResult.ofScore(trial, score)), read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b",
        "\"",
        " both ends ",
        "\"a\",",
        "#",
        "\u00e9\u4e2d\ud83d\ude00",
        ",",
        "\t a"
      })
  void textComesBack(String text) throws IOException {
    Trial trial = new Trial(0, 1, 2, 3, new Candidate(.9, 5, text));
    TrialResult result = new TrialResult(trial, Double.NaN, text);
    try (TrialStore store = TrialStore.file(file)) {
      store.add(result);
      store.add(result);
      assertEquals(List.of(result, result), store.results());
    }
    assertEquals(List.of(result, result), read());
  }

  @Test
  void anIncompleteLastLineIsDroppedAndOverwritten() throws IOException {
    write(GOOD, "0,1,1,43,0.8");
    TrialResult second = TrialResult.ofScore(Known.trial(1), 2);
    try (TrialStore store = TrialStore.file(file)) {
      assertEquals(1, store.results().size());
      store.add(second);
    }
    assertEquals(second, read().get(1));
    assertEquals(3, Files.readAllLines(file).size());
  }

  /** Bytes that are no text, in a line that was not written to its end. */
  @Test
  void anIncompleteLastLineOfAnyBytesIsDropped() throws IOException {
    write(GOOD, "");
    byte[] bytes = Files.readAllBytes(file);
    byte[] more = Arrays.copyOf(bytes, bytes.length + 5);
    Arrays.fill(more, bytes.length, more.length, (byte) 0xff);
    Files.write(file, more);
    assertEquals(1, read().size());
    assertEquals(bytes.length, Files.size(file));
  }

  @Test
  void linesEndAsOnWindowsToo() throws IOException {
    Files.writeString(file, TrialCsv.HEADER + "\r\n" + GOOD + "\r\n");
    assertEquals(.5, read().get(0).score());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,0,1,42,0.9,7,group 4,0.5|9 columns are needed: 8",
        "0,0,1,42,0.9,7,group 4,0.5,,|9 columns are needed: 10",
        "''|9 columns are needed: 0",
        "0,0,1,x,0.9,7,group 4,0.5,|For input string: \"x\"",
        "0,0,1,42,1.9,7,group 4,0.5,|keepProb must be in [0, 1]: 1.9",
        "0,0,0,42,0.9,7,group 4,0.5,|budget must be >= 1: 0",
        "0,0,1,42,0.9,7,,0.5,|place must be one line, not blank: \"\"",
        "0,0,1,42,0.9,7,group 4,,|score must be NaN exactly if there is a failure: NaN, \"\""
      })
  void aCorruptLineIsNamedAndTheFileLeftAlone(String line, String why) throws IOException {
    write(GOOD, line, GOOD, "incomplete");
    String before = Files.readString(file);
    String message = assertThrowsExactly(IOException.class, this::read).getMessage();
    assertEquals(file + ", line 3 is not a trial (" + why + "): " + line, message);
    assertEquals(before, Files.readString(file));
  }

  @Test
  void anOpenQuoteIsCorrupt() throws IOException {
    write("0,0,1,42,0.9,7,\"group 4,0.5,", "");
    String message = assertThrowsExactly(IOException.class, this::read).getMessage();
    assertEquals(file + ", line 2 is not a trial", message.substring(0, message.indexOf(" (")));
  }

  @Test
  void anotherFileIsNotTakenForAStore() throws IOException {
    Files.writeString(file, "epoch,loss\n1,2\n");
    String message = assertThrowsExactly(IOException.class, this::read).getMessage();
    assertEquals(file + ", line 1 must be " + TrialCsv.HEADER + ": epoch,loss", message);
    assertEquals("epoch,loss\n1,2\n", Files.readString(file));
  }

  @Test
  void aFileHasOneStoreAtATime() throws IOException {
    try (TrialStore store = TrialStore.file(file)) {
      store.add(TrialResult.ofScore(Known.trial(0), 1));
      String message = assertThrowsExactly(IOException.class, this::read).getMessage();
      assertEquals(file + " is in use by another search", message);
    }
    assertEquals(1, read().size());
  }

  /** Reading the file, or a refused store of this JVM, once ended the lock for other processes. */
  @Test
  void theLockStaysWhateverElseThisJvmOpens() throws Exception {
    try (TrialStore store = TrialStore.file(file)) {
      store.add(TrialResult.ofScore(Known.trial(0), 1));
      Files.readAllLines(file);
      assertThrowsExactly(IOException.class, this::read);
      assertEquals(StoreOpener.REFUSED, StoreOpener.inAnotherJvm(file));
    }
    assertEquals(StoreOpener.OPENED, StoreOpener.inAnotherJvm(file));
  }

  /** It closed the store once, and the result was lost. */
  @Test
  void anInterruptDoesNotDisturbIt() throws IOException {
    TrialResult result = TrialResult.ofScore(Known.trial(0), 1);
    try (TrialStore store = TrialStore.file(file)) {
      Thread.currentThread().interrupt();
      store.add(result);
      store.add(result);
      assertTrue(Thread.interrupted());
    }
    assertEquals(List.of(result, result), read());
  }

  @Test
  void aMissingFolderIsAnError() {
    file = folder.resolve("missing").resolve("trials.csv");
    assertThrows(NoSuchFileException.class, this::read);
  }

  @Test
  void aResultThatCannotBeWrittenIsNotKept() throws IOException {
    TrialStore store = TrialStore.file(file);
    store.close();
    TrialResult result = TrialResult.ofScore(Known.trial(0), 1);
    assertThrows(UncheckedIOException.class, () -> store.add(result));
    assertEquals(List.of(), store.results());
  }
}
