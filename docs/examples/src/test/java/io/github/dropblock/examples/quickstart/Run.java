package io.github.dropblock.examples.quickstart;

import io.github.dropblock.examples.common.Program;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the program, as a shell sees it.
 *
 * @param code exit code
 * @param out what went to stdout
 * @param err what went to stderr
 */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Program.run(new Quickstart(), new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }
}
