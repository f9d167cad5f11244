package io.github.dropblock.accuracy.trial;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Rows of text in files. */
public final class Csv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private Csv() {}

  /** Reads all rows, the header among them; none if there is no file. */
  public static List<List<String>> read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    try (Reader in = Files.newBufferedReader(file)) {
      return FORMAT.parse(in).stream().map(CSVRecord::toList).toList();
    }
  }

  /** Replaces a file in one step: a reader finds the old rows or the new ones. */
  public static void write(Path file, List<String> header, List<List<String>> rows)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text(List.of(header)) + text(rows));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Adds rows to a file, which gets a header first if it is new. */
  public static void append(Path file, List<String> header, List<List<String>> rows)
      throws IOException {
    if (Files.notExists(file)) {
      write(file, header, rows);
    } else {
      Files.writeString(file, text(rows), StandardOpenOption.APPEND);
    }
  }

  private static String text(List<List<String>> rows) throws IOException {
    StringWriter out = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      printer.printRecords(rows);
    }
    return out.toString();
  }
}
