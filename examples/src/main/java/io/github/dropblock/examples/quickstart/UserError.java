package io.github.dropblock.examples.quickstart;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A failure the user can correct: it becomes one line on stderr, never a stack trace. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }

  static UserError cannotRead(Object source, Exception cause) {
    return new UserError("cannot read picture " + source + ": " + reason(cause));
  }

  static UserError cannotWrite(Path target, IOException cause) {
    return new UserError("cannot write " + target + ": " + reason(cause));
  }

  /** File exceptions carry only a path as their message; say what went wrong instead. */
  private static String reason(Exception cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "it exists and is not a directory";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
