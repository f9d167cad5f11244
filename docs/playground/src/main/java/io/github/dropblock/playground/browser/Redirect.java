package io.github.dropblock.playground.browser;

import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Sends a few calls of the library to {@link Substitutes} while TeaVM compiles it. They reach
 * classes of the JDK that a browser does not have, such as thread pools. The library's jar stays as
 * it is.
 */
public final class Redirect implements ClassHolderTransformer {
  private static final String LIBRARY = "io.github.dropblock.";
  private static final String OWN = LIBRARY + "playground.";

  /** The calls, by class and name, and the class whose instance becomes the first argument. */
  private static final Map<String, Boolean> CALLS =
      Map.of(
          "java.lang.Math.multiplyFull",
          false,
          "java.lang.Math.multiplyHigh",
          false,
          LIBRARY + "Threads.common",
          false,
          LIBRARY + "internal.apply.Workers.run",
          true,
          LIBRARY + "internal.kernel.KernelSelector.select",
          false);

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().startsWith(LIBRARY) || type.getName().startsWith(OWN)) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          for (Instruction instruction : block) {
            if (instruction instanceof InvokeInstruction call) {
              redirect(call);
            }
          }
        }
      }
    }
  }

  private static void redirect(InvokeInstruction call) {
    MethodReference method = call.getMethod();
    Boolean ofInstance = CALLS.get(method.getClassName() + "." + method.getName());
    if (ofInstance == null) {
      return;
    }
    ValueType[] signature = method.getDescriptor().getSignature();
    if (ofInstance) {
      signature = withFirst(ValueType.object(method.getClassName()), signature);
      Variable[] arguments = new Variable[call.getArguments().size() + 1];
      arguments[0] = call.getInstance();
      for (int i = 1; i < arguments.length; i++) {
        arguments[i] = call.getArguments().get(i - 1);
      }
      call.setInstance(null);
      call.setArguments(arguments);
    }
    call.setType(InvocationType.SPECIAL);
    call.setMethod(
        new MethodReference(
            Substitutes.class.getName(), new MethodDescriptor(method.getName(), signature)));
  }

  private static ValueType[] withFirst(ValueType first, ValueType... rest) {
    ValueType[] all = new ValueType[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
