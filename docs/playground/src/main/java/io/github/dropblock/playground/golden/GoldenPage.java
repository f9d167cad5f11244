package io.github.dropblock.playground.golden;

import org.teavm.jso.JSExport;

/** Computes rows of the contract's files in a browser. The test compares them. */
public final class GoldenPage {
  private GoldenPage() {}

  public static void main(String[] args) {
    // The test calls the method below.
  }

  /** Returns the row that should stand in a file, from the columns of the one that does. */
  @JSExport
  public static String row(String file, String line) {
    return GoldenRows.row(file, line);
  }

  /** Returns the bits of a number that is given as text. */
  @JSExport
  public static String bits(String number) {
    return Hex.of(Double.parseDouble(number));
  }
}
