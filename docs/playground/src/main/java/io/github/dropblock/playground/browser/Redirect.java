package io.github.dropblock.playground.browser;

import java.util.Set;
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
 * Sends a few calls of the library and of the page to {@link Substitutes} while TeaVM compiles
 * them. They reach classes of the JDK that a browser does not have, such as thread pools, or that
 * differ there. The library's jar stays as it is.
 */
public final class Redirect implements ClassHolderTransformer {
  private static final String LIBRARY = "io.github.dropblock.";

  private static final Set<String> OF_CLASS =
      Set.of(
          "java.lang.Double.parseDouble",
          "java.lang.Math.multiplyFull",
          "java.lang.Math.multiplyHigh",
          "java.lang.String.format",
          "java.nio.ByteBuffer.allocateDirect",
          LIBRARY + "Threads.common",
          LIBRARY + "RegularizerFormat.text",
          LIBRARY + "internal.kernel.DirectFloats.of",
          LIBRARY + "internal.kernel.KernelSelector.select");

  /** Calls whose instance becomes the first argument. */
  private static final Set<String> OF_INSTANCE = Set.of(LIBRARY + "internal.apply.Workers.run");

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().startsWith(LIBRARY)) {
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
    String name = method.getClassName() + "." + method.getName();
    boolean ofInstance = OF_INSTANCE.contains(name);
    if (!ofInstance && !OF_CLASS.contains(name)) {
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
