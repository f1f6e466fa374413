package studio.headroom.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks for instructions that allocate or lock.
final class RealTimeByteCode {
    /// Thrown where the compiler knows that nobody comes: after a switch over all cases, and by a failed `assert`.
    private static final Set<String> NEVER_MADE = Set.of("java/lang/MatchException", "java/lang/AssertionError");

    private final Map<URI, ClassModel> models = new HashMap<>();
    private final Set<String> breaches = new TreeSet<>();
    private int bodies;

    RealTimeByteCode(Collection<JavaMethod> methods) {
        methods.forEach(this::look);
    }

    Set<String> breaches() {
        return breaches;
    }

    /// How many methods with a body were looked at.
    int bodies() {
        return bodies;
    }

    private void look(JavaMethod method) {
        MethodModel model = find(method);
        if (model.flags().has(AccessFlag.SYNCHRONIZED)) {
            breaches.add(method.getFullName() + " is synchronized");
        }
        model.code().ifPresent(code -> look(method, code));
    }

    private void look(JavaMethod method, CodeModel code) {
        bodies++;
        for (CodeElement element : code) {
            String wrong = wrong(element);
            if (wrong != null) {
                breaches.add(method.getFullName() + " " + wrong);
            }
        }
    }

    private static @Nullable String wrong(CodeElement element) {
        return switch (element) {
            case MonitorInstruction _ -> "takes a lock";
            case NewObjectInstruction made
            when !NEVER_MADE.contains(made.className().asInternalName()) ->
                "makes a " + made.className().asInternalName().replace('/', '.');
            case NewPrimitiveArrayInstruction made -> "makes an array of " + made.typeKind();
            case NewReferenceArrayInstruction made ->
                "makes an array of " + made.componentType().asInternalName().replace('/', '.');
            case NewMultiArrayInstruction _ -> "makes an array of arrays";
            case InvokeDynamicInstruction call ->
                "links a lambda, a text or a pattern switch at run time ("
                        + call.name().stringValue() + ")";
            default -> null;
        };
    }

    private MethodModel find(JavaMethod method) {
        String descriptor = method.getDescriptor();
        return models.computeIfAbsent(source(method), RealTimeByteCode::parse).methods().stream()
                .filter(model -> model.methodName().equalsString(method.getName()))
                .filter(model -> model.methodType().equalsString(descriptor))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No byte code of " + method.getFullName()));
    }

    private static URI source(JavaMethod method) {
        return method.getOwner().getSource().map(Source::getUri).orElseThrow();
    }

    private static ClassModel parse(URI source) {
        try (InputStream in = source.toURL().openStream()) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
